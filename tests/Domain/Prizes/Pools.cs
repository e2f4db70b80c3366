using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Prizes;

namespace CampaignEngine.Domain.Tests.Prizes;

/// <summary>Pools for tests, open from <see cref="Start"/> to <see cref="End"/>.</summary>
internal static class Pools
{
    public static readonly DateTimeOffset Start = Given.At("2026-06-01T00:00:00Z");

    public static readonly DateTimeOffset End = Given.At("2026-06-11T00:00:00Z");

    public static PrizeTier Tier(string name, long quantity, int? maxPerDay = null, bool ownCodes = false) =>
        new(0, name, quantity, 0, 0, "") { MaxPerDay = maxPerDay, HasOwnCodes = ownCodes };

    public static CampaignDraw Draw(int seed) => new(BitConverter.GetBytes(seed), Given.Id.Value);

    public static PrizeRules Odds(params PrizeTier[] tiers) => new(InstantWinMode.Odds, Numbered(tiers), 0, Draw(1), Start, End);

    public static PrizeRules Deck(long size, int seed, params PrizeTier[] tiers) =>
        new(InstantWinMode.Deck, Numbered(tiers), size, Draw(seed), Start, End);

    public static PrizeRules Moments(int seed, params PrizeTier[] tiers) =>
        new(InstantWinMode.Moments, Numbered(tiers), 0, Draw(seed), Start, End);

    /// <summary>A deck whose cards lie like this: the letter of a tier's name, or a dash for a card that loses.</summary>
    public static PrizeRules Deck(string cards, params PrizeTier[] tiers)
    {
        for (var seed = 0; ; seed++)
        {
            var rules = Deck(cards.Length, seed, tiers);
            if (cards == string.Concat(Enumerable.Range(1, cards.Length).Select(card => rules.Deck!.TierAt(card) is { } tier ? tiers[tier].Name[..1] : "-")))
                return rules;
        }
    }

    public static PrizePool Open(PrizeRules rules, int codes = 1_000)
    {
        var pool = new PrizePool(rules);
        foreach (var entry in Opening(rules))
            pool.Apply(entry);
        if (codes > 0)
            pool.Apply(new CodesLeased(100, codes));
        return pool;
    }

    /// <summary>A tier with codes of its own has as many as it has units.</summary>
    public static IEnumerable<PoolEntry> Opening(PrizeRules rules) =>
    [
        new PoolOpened(1, [.. rules.Tiers.Select(tier => new StockedTier(tier.Name, tier.Quantity))]),
        .. rules.Tiers.Where(tier => tier.HasOwnCodes).Select(tier => new OwnCodesKnown(tier.Index, (int)tier.Quantity)),
    ];

    public static Claim Claim(
        int participant, long play, int? tier, long lastAward = 0, long lastReleased = 0, int day = 1, DateTimeOffset? now = null, bool eligible = true) =>
        new(new ClaimId(new ParticipantRef((UInt128)participant), play), tier, lastAward, lastReleased)
        {
            Day = day,
            Now = now ?? Start,
            IsIneligible = !eligible,
        };

    private static ImmutableArray<PrizeTier> Numbered(PrizeTier[] tiers) => [.. tiers.Select((tier, index) => tier with { Index = index })];
}
