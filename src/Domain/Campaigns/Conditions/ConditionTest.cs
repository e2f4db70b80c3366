using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Conditions;

/// <summary>A <see cref="Condition"/> made ready to test events with.</summary>
internal sealed class ConditionTest(Condition condition)
{
    private readonly FieldPath _field = FieldPath.Parse(condition.Field);
    private readonly ConditionOperator _operator = condition.Operator;
    private readonly ScalarTest[] _values = [.. condition.Values.Select(value => new ScalarTest(value))];
    private readonly bool _exists = condition.Values is [Scalar.Flag { Value: true }];

    public bool Holds(JsonElement metadata)
    {
        var found = _field.TryFind(metadata, out var value);
        return _operator switch
        {
            ConditionOperator.Exists => found == _exists,
            ConditionOperator.Ne => !found || !IsEqualToAny(value),
            _ when !found => false,
            ConditionOperator.Eq or ConditionOperator.In => IsEqualToAny(value),
            ConditionOperator.NotIn => !IsEqualToAny(value),
            ConditionOperator.Gt => _values[0].Compare(value) > 0,
            ConditionOperator.Gte => _values[0].Compare(value) >= 0,
            ConditionOperator.Lt => _values[0].Compare(value) < 0,
            ConditionOperator.Lte => _values[0].Compare(value) <= 0,
            ConditionOperator.Contains => _values[0].IsInside(value),
            ConditionOperator.StartsWith => _values[0].Begins(value),
            _ => throw new InvalidOperationException($"Unknown operator {_operator}."),
        };
    }

    private bool IsEqualToAny(JsonElement value)
    {
        foreach (var one in _values)
        {
            if (one.IsEqualTo(value))
                return true;
        }
        return false;
    }
}
