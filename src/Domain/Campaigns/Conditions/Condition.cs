using System.Collections.Immutable;

namespace CampaignEngine.Domain.Campaigns.Conditions;

/// <summary>One of <c>when</c>: what a field of the event's metadata must be. See <see cref="ConditionOperator"/>.</summary>
/// <param name="Field"><c>metadata.</c> and a dotted path. See <see cref="FieldPath"/>.</param>
/// <param name="Values">
/// One; for <c>in</c> and <c>notIn</c> 1 to 100. A number for <c>gt gte lt lte</c>, a text for <c>startsWith</c>, a
/// boolean for <c>exists</c>.
/// </param>
public sealed record Condition(string Field, ConditionOperator Operator, ImmutableArray<Scalar> Values);
