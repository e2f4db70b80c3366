using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Verify.Prizes;

/// <summary>Which unit a play had to get. Without the seed only what needs no draw is checked.</summary>
internal sealed partial class PoolCheck
{
    private void CheckUnit(TierLedger tier, StoredPrizeTaken taken)
    {
        switch (Game.Mode)
        {
            case InstantWinMode.Odds:
                if (taken is not { Card: 0, FromWaiting: false, Withheld: null, Moment: 0 })
                    Fail($"award {taken.Award} has what the mode odds does not have");
                break;
            case InstantWinMode.Deck:
                CheckWaiting(tier, taken);
                CheckCard(taken.Card, taken.Withheld, taken.FromWaiting ? null : taken.Tier, $"award {taken.Award}");
                break;
            case InstantWinMode.Moments:
                CheckWaiting(tier, taken);
                CheckMoment(tier, taken);
                break;
            default:
                throw new InvalidOperationException($"Unknown mode {Game.Mode}.");
        }
    }

    /// <summary>Units that wait go first, the lowest tier's before all.</summary>
    private void CheckWaiting(TierLedger tier, StoredPrizeTaken taken)
    {
        var first = _tiers.Find(one => one.CanGiveWaiting(taken.Day));
        if (taken.FromWaiting ? first != tier : first is not null)
            Fail($"award {taken.Award} is of tier {tier.Rule.Name}, and {first?.Rule.Name ?? "none"} was waiting to go first");
    }

    /// <param name="got">The tier of the card, when the play got its unit.</param>
    private void CheckCard(long card, int? withheld, int? got, string award)
    {
        if (card == 0)
        {
            if (got is not null || withheld is not null)
                Fail($"{award} has a unit of the deck and no card");
            return;
        }

        if (_deck is null || card > _deck.Size)
            return;
        Draws++;
        if (_deck.TierAt(card) is var drawn && drawn != (got ?? withheld))
            Fail($"{award} has card {card} as {Name(got ?? withheld)}, and the seed has it as {Name(drawn)}");

        string Name(int? tier) => tier is { } index ? $"tier {index}" : "a losing one";
    }

    private void CheckMoment(TierLedger tier, StoredPrizeTaken taken)
    {
        if (taken.At < _lastAt)
            Fail($"award {taken.Award} was decided at a time before another that was decided earlier");
        _lastAt = Math.Max(_lastAt, taken.At);
        if (taken.FromWaiting)
        {
            if (taken.Moment != 0)
                Fail($"award {taken.Award} had waited and has a moment");
            return;
        }

        if (taken.Moment > taken.At)
            Fail($"award {taken.Award} was won before its moment");
        if (campaign.Draw is null)
            return;
        Draws++;
        if (taken.Moment != tier.NextMoment)
            Fail($"award {taken.Award} has the moment {taken.Moment}, and the next of tier {tier.Rule.Name} by the seed is {tier.NextMoment}");
        foreach (var other in _tiers)
        {
            var isEarlier = other.Rule.Index < tier.Rule.Index ? other.NextMoment <= taken.Moment : other.NextMoment < taken.Moment;
            if (other != tier && isEarlier && other.CanGive(taken.Day))
                Fail($"award {taken.Award} is of tier {tier.Rule.Name}, and a unit of {other.Rule.Name} had an earlier moment");
        }
    }

    /// <summary>From which local day on a losing play could have had a unit: one that waits, or that of its own card.</summary>
    private int IneligibleAfterDay(int? own)
    {
        var after = int.MaxValue;
        foreach (var tier in _tiers)
        {
            if ((tier.Waiting > 0 || tier.Rule.Index == own) && tier.HasUnits)
                after = Math.Min(after, tier.IsFull(tier.Day) ? tier.Day : -1);
        }

        return after;
    }
}
