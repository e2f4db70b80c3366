using System.Collections.Immutable;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Reads <c>tiers</c>. Required: <c>name</c>, <c>quantity</c>, and <c>odds</c> in the mode odds. By default
/// <c>points</c> is 0, <c>message</c> is the sentence with the name, there is no <c>maxPerDay</c>, and codes are made by
/// the engine.
/// </summary>
internal static class TiersReader
{
    public const int MaxTiers = 50;

    /// <summary>The moments of all units are kept in memory.</summary>
    public const long MaxMoments = 1_000_000;

    public static readonly string Sentence = ArrayPart.Sentence(1, MaxTiers, "tiers");

    private static readonly MemberNames Names = new(["name", "quantity", "odds", "points", "message", "maxPerDay", "ownCodes"]);
    private static readonly TextShape TierName = new(100);
    private static readonly WholeNumberShape Quantity = new(1, 10_000_000);

    /// <param name="mode">0 when it was wrong; then there may be odds or not.</param>
    public static ImmutableArray<TierDefinition> Read(JsonPart part, InstantWinMode mode)
    {
        var names = new UniqueTexts();
        var tiers = ArrayPart.Read(part, 1, MaxTiers, "tiers", item => ReadTier(item, mode, names));
        CheckSumOfOdds(part, tiers);
        var units = tiers.Sum(tier => tier.Quantity);
        if (mode == InstantWinMode.Moments && units > MaxMoments)
        {
            part.Refuse($"The quantities of all tiers add up to {units}. In the mode moments write at most {MaxMoments} "
                + "together, or use the mode deck.");
        }

        return tiers;
    }

    private static void CheckSumOfOdds(JsonPart part, ImmutableArray<TierDefinition> tiers)
    {
        // Each is at most 1 with at most 28 decimals, so the sum of the first ones up to 1 and one more is exact.
        var sum = 0m;
        foreach (var tier in tiers)
        {
            if ((sum += tier.Odds) <= 1)
                continue;
            part.Refuse("The odds of all tiers add up to more than 1. Write odds that add up to at most 1.");
            break;
        }
    }

    private static TierDefinition? ReadTier(JsonPart part, InstantWinMode mode, UniqueTexts names)
    {
        if (ObjectPart.Open(part, Names) is not { } tier)
            return null;
        var name = tier.Required("name", TierName);
        names.Add(name, part.PointerTo("name"), part.Errors);
        return new TierDefinition(
            name!,
            tier.Required("quantity", Quantity),
            ReadOdds(tier, mode),
            tier.Optional("points", WholeNumberShape.Points, 0),
            tier.Optional("message", TextShape.Message, null))
        {
            MaxPerDay = (int?)tier.Optional("maxPerDay", Quantity),
            HasOwnCodes = tier.Optional("ownCodes", BooleanShape.Instance, false),
        };
    }

    private static decimal ReadOdds(ObjectPart tier, InstantWinMode mode)
    {
        if (mode == InstantWinMode.Odds)
            return tier.Required("odds", OddsShape.Instance);
        if (mode == 0)
            return tier.Optional("odds", OddsShape.Instance, 0);
        tier.Find("odds")?.Refuse("Only the mode odds has odds. Leave them out, or write the mode odds.");
        return 0;
    }
}
