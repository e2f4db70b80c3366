using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;

namespace CampaignEngine.Domain.Prizes;

/// <summary>
/// What a pool must know beside its entries: what is frozen when a campaign is activated. Immutable but for what it
/// computes once; one instance serves a pool however often it is read again.
/// </summary>
/// <param name="deckSize">In the mode deck only.</param>
/// <param name="startsAt">From here on the moments of the first units lie.</param>
/// <param name="endsAt">Before here all moments lie.</param>
public sealed class PrizeRules(
    InstantWinMode mode, ImmutableArray<PrizeTier> tiers, long deckSize, CampaignDraw draw, DateTimeOffset startsAt, DateTimeOffset endsAt)
{
    private readonly long[]?[] _moments = new long[tiers.Length][];

    /// <exception cref="InvalidOperationException">The campaign has no prizes.</exception>
    public static PrizeRules Of(Campaign campaign, CampaignDraw draw) => campaign.InstantWin is { } game
        ? new(game.Mode, game.Tiers, game.DeckSize, draw, campaign.StartsAt, campaign.EndsAt)
        : throw new InvalidOperationException("The campaign has no prizes.");

    public InstantWinMode Mode => mode;

    public ImmutableArray<PrizeTier> Tiers => tiers;

    public DateTimeOffset StartsAt => startsAt;

    /// <summary>Null in the other modes.</summary>
    public PrizeDeck? Deck { get; } =
        mode == InstantWinMode.Deck ? new PrizeDeck(draw, deckSize, tiers.Select(tier => tier.Quantity)) : null;

    /// <summary>The moments of the units that a tier began with, ascending, in milliseconds since 1970-01-01 UTC. Not to be changed.</summary>
    internal long[] FirstMoments(int tier) =>
        _moments[tier] ??= PrizeMoments.Of(draw, tier, firstUnit: 1, tiers[tier].Quantity, startsAt, endsAt);

    internal long[] MomentsOf(AddedUnits added) =>
        PrizeMoments.Of(draw, added.Tier, added.FirstUnit, added.Count, added.At, endsAt);
}
