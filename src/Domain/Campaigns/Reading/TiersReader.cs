using System.Collections.Immutable;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads <c>tiers</c>. Required: <c>name</c>, <c>quantity</c>, <c>odds</c>. By default <c>points</c> is 0, and
/// <c>message</c> is the sentence with the name.
/// </summary>
internal static class TiersReader
{
    public const int MaxTiers = 50;

    public static readonly string Sentence = ArrayPart.Sentence(1, MaxTiers, "tiers");

    private static readonly MemberNames Names = new(["name", "quantity", "odds", "points", "message"], UnsupportedMembers.Tier);
    private static readonly TextShape TierName = new(100);
    private static readonly WholeNumberShape Quantity = new(1, 10_000_000);

    public static ImmutableArray<TierDefinition> Read(JsonPart part)
    {
        var names = new UniqueTexts();
        var tiers = ArrayPart.Read(part, 1, MaxTiers, "tiers", item => ReadTier(item, names));
        // Each is at most 1 with at most 28 decimals, so the sum of the first ones up to 1 and one more is exact.
        var sum = 0m;
        foreach (var tier in tiers)
        {
            if ((sum += tier.Odds) <= 1)
                continue;
            part.Refuse("The odds of all tiers add up to more than 1. Write odds that add up to at most 1.");
            break;
        }
        return tiers;
    }

    private static TierDefinition? ReadTier(JsonPart part, UniqueTexts names)
    {
        if (ObjectPart.Open(part, Names) is not { } tier)
            return null;
        var name = tier.Required("name", TierName);
        names.Add(name, part.PointerTo("name"), part.Errors);
        return new TierDefinition(
            name!,
            tier.Required("quantity", Quantity),
            tier.Required("odds", OddsShape.Instance),
            tier.Optional("points", WholeNumberShape.Points, 0),
            tier.Optional("message", TextShape.Message, null));
    }
}
