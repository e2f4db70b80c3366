using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns.Conditions;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>Reads <c>when</c>; by default it is empty. A condition needs <c>field</c>, <c>op</c> and <c>value</c>.</summary>
internal static class ConditionReader
{
    public const int MaxConditions = 20;
    public const int MaxListed = 100;

    private static readonly MemberNames Names = new(["field", "op", "value"]);

    private static readonly ChoiceShape<ConditionOperator> Operators = new(
        ("eq", ConditionOperator.Eq), ("ne", ConditionOperator.Ne), ("gt", ConditionOperator.Gt),
        ("gte", ConditionOperator.Gte), ("lt", ConditionOperator.Lt), ("lte", ConditionOperator.Lte),
        ("in", ConditionOperator.In), ("notIn", ConditionOperator.NotIn), ("contains", ConditionOperator.Contains),
        ("startsWith", ConditionOperator.StartsWith), ("exists", ConditionOperator.Exists));

    /// <param name="part">Null when <c>when</c> is absent.</param>
    public static ImmutableArray<Condition> ReadAll(JsonPart? part) =>
        part is { } when ? ArrayPart.Read(when, 0, MaxConditions, "conditions", Read) : [];

    private static Condition? Read(JsonPart part)
    {
        if (ObjectPart.Open(part, Names) is not { } condition)
            return null;
        var field = condition.Required("field", FieldShape.Instance);
        var op = condition.Required("op", Operators);
        return new Condition(field!, op, ReadValues(condition, op));
    }

    private static ImmutableArray<Scalar> ReadValues(ObjectPart condition, ConditionOperator op)
    {
        switch (op)
        {
            case ConditionOperator.In or ConditionOperator.NotIn:
                return condition.Require("value", ArrayPart.Sentence(1, MaxListed, "values")) is { } list
                    ? ArrayPart.Read(list, 1, MaxListed, "values", ScalarShape.Instance.Read)
                    : [];
            case ConditionOperator.Gt or ConditionOperator.Gte or ConditionOperator.Lt or ConditionOperator.Lte:
                return [new Scalar.Number(condition.Required("value", NumberShape.Instance))];
            case ConditionOperator.Exists:
                return [new Scalar.Flag(condition.Required("value", BooleanShape.Instance))];
            case ConditionOperator.StartsWith:
                return [condition.Required("value", PrefixShape.Instance)!];
            case ConditionOperator.Eq or ConditionOperator.Ne or ConditionOperator.Contains:
                return [condition.Required("value", ScalarShape.Instance)!];
            default:
                // The op was wrong: what its value must be is unknown, but that there must be one is not.
                condition.Require("value", ScalarShape.Instance.Sentence);
                return [];
        }
    }
}
