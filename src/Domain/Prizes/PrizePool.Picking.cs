using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Prizes;

/// <summary>Which unit a play gets, if any.</summary>
public sealed partial class PrizePool
{
    /// <param name="Tier">Null: none.</param>
    /// <param name="Card">The card that the play takes; 0 when there is none.</param>
    /// <param name="Withheld">The tier of that card, when the play gets another unit or none.</param>
    private readonly record struct Picked(int? Tier, long Card = 0, bool FromWaiting = false, int? Withheld = null);

    private Picked Pick(Claim claim) => rules.Mode switch
    {
        InstantWinMode.Odds => new Picked(
            claim is { Tier: { } hit, IsIneligible: false } && _tiers[hit].CanGive(claim.Day) ? hit : null),
        InstantWinMode.Deck => PickCard(claim),
        InstantWinMode.Moments => claim.IsIneligible ? default : PickMoment(claim),
        _ => throw new InvalidOperationException($"Unknown mode {rules.Mode}."),
    };

    /// <summary>Units that wait go before the card's own, which then waits in their place.</summary>
    private Picked PickCard(Claim claim)
    {
        var card = _cards < rules.Deck!.Size ? _cards + 1 : 0;
        var drawn = card == 0 ? null : rules.Deck.TierAt(card);
        if (claim.IsIneligible)
            return new Picked(null, card, Withheld: drawn);
        if (FirstWaiting(claim.Day) is { } waiting)
            return new Picked(waiting, card, FromWaiting: true, Withheld: drawn);
        return drawn is { } own && _tiers[own].CanGive(claim.Day) ? new Picked(own, card) : new Picked(null, card, Withheld: drawn);
    }

    /// <summary>Of what may be given, units that wait first, then the one with the earliest moment that has come.</summary>
    private Picked PickMoment(Claim claim)
    {
        if (FirstWaiting(claim.Day) is { } waiting)
            return new Picked(waiting, FromWaiting: true);
        int? earliest = null;
        var moment = TimeOf(claim);
        for (var tier = 0; tier < _tiers.Count; tier++)
        {
            var next = _tiers[tier].NextMoment;
            if ((earliest is null ? next <= moment : next < moment) && _tiers[tier].CanGive(claim.Day))
                (earliest, moment) = (tier, next);
        }

        return new Picked(earliest);
    }

    private int? FirstWaiting(int day)
    {
        for (var tier = 0; tier < _tiers.Count; tier++)
        {
            if (_tiers[tier].Waiting > 0 && _tiers[tier].CanGive(day))
                return tier;
        }

        return null;
    }

    /// <summary>Moments are used up in order, so what was decided at a later time holds for a play that comes in late.</summary>
    private long TimeOf(Claim claim) => Math.Max(claim.Now.ToUnixTimeMilliseconds(), _now);
}
