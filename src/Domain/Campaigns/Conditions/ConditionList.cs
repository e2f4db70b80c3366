using System.Collections.Immutable;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Conditions;

/// <summary>Conditions that must all hold; none at all hold always.</summary>
internal sealed class ConditionList(ImmutableArray<Condition> conditions)
{
    private readonly ConditionTest[] _tests = [.. conditions.Select(condition => new ConditionTest(condition))];

    public bool AllHold(JsonElement metadata)
    {
        foreach (var test in _tests)
        {
            if (!test.Holds(metadata))
                return false;
        }
        return true;
    }
}
