using System.Collections.Immutable;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Conditions;

/// <summary>Conditions that must all hold; none at all hold always.</summary>
internal sealed class ConditionList(ImmutableArray<Condition> conditions)
{
    private readonly ConditionTest[] _tests = [.. conditions.Select(condition => new ConditionTest(condition))];

    /// <returns>The index of the first that does not hold, or null when all do.</returns>
    public int? FirstFailed(JsonElement metadata)
    {
        for (var i = 0; i < _tests.Length; i++)
        {
            if (!_tests[i].Holds(metadata))
                return i;
        }
        return null;
    }
}
