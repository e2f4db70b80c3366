using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Verify.Prizes;

/// <summary>Awards: made, closed, voided, taken back.</summary>
internal sealed partial class PoolCheck
{
    private void Take(StoredPrizeAwarded awarded)
    {
        var taken = awarded as StoredPrizeTaken;
        Begin(awarded.Award, awarded.Participant, awarded.Closes, taken?.Card ?? 0);
        if (awarded.CodeNumber != _nextCode || _codesLeft < 1)
            Fail($"award {awarded.Award} does not have the next code that was leased");
        (_nextCode, _codesLeft) = (awarded.CodeNumber + 1, _codesLeft - 1);
        if (Tier(awarded.Tier) is not { } tier)
        {
            Keep(awarded.Award, awarded.Participant, awarded.Play, tier: null);
            return;
        }

        var day = taken?.Day ?? 0;
        CheckUnit(tier, taken ?? new StoredPrizeTaken(
            awarded.Award, awarded.Participant, awarded.Play, awarded.Tier, awarded.CodeNumber, awarded.Closes));
        Withhold(taken?.Withheld);
        if (tier.Rule.MaxPerDay is { } most && (day < tier.Day || (day == tier.Day && tier.InDay >= most)))
            Fail($"award {awarded.Award} is more than the {most} of tier {tier.Rule.Name} for one day");
        tier.Take(taken);
        var at = taken is { At: > 0 } ? DateTimeOffset.FromUnixTimeMilliseconds(taken.At) : _time;
        _availability[awarded.Tier].Add(at.UtcTicks, -1);
        if (tier.IsFull(day))
            _availability[awarded.Tier].Fill(day, _time.UtcTicks);
        Keep(awarded.Award, awarded.Participant, awarded.Play, awarded.Tier, day, taken is { OwnCode: > 0 });
    }

    private void Take(StoredCardLost lost)
    {
        Begin(lost.Award, lost.Participant, lost.Closes, lost.Card);
        if (lost.NextCode != _nextCode)
            Fail($"award {lost.Award} does not name the next code");
        if (Game.Mode != InstantWinMode.Deck || lost.Card == 0)
            Fail($"award {lost.Award} is no card of a deck");
        CheckCard(lost.Card, lost.Withheld, got: null, $"award {lost.Award}");
        // Before its own unit waits: it was there for this play, too.
        var ineligibleAfter = IneligibleAfterDay(lost.Withheld);
        Withhold(lost.Withheld);
        Keep(lost.Award, lost.Participant, lost.Play, tier: null, ineligibleAfterDay: ineligibleAfter);
    }

    private void Begin(long award, UInt128 participant, long closes, long card)
    {
        if (award != _awards.Count + 1)
            Fail($"award {award} follows award {_awards.Count}");
        if (closes != 0)
        {
            if (Find(closes) is { } closed && closed.Participant != participant)
                Fail($"award {award} closes award {closes} of another participant");
            Close(closes);
        }

        if (card == 0)
            return;
        if (card != _cards + 1 || card > Game.DeckSize)
            Fail($"card {card} follows card {_cards} of {Game.DeckSize}");
        _cards = card;
    }

    private void Keep(
        long award, UInt128 participant, long play, int? tier, int day = 0, bool hasOwnCode = false, int ineligibleAfterDay = int.MaxValue)
    {
        // One that is out of order has its finding; the others keep their numbers.
        if (award != _awards.Count + 1)
            return;
        _awards.Add(new Award
        {
            Participant = participant,
            Play = play,
            Tier = tier,
            Version = _version,
            Day = day,
            HasOwnCode = hasOwnCode,
            IneligibleAfterDay = ineligibleAfterDay,
        });
    }

    private void Withhold(int? withheld)
    {
        if (withheld is { } index)
            Tier(index)?.Withhold();
    }

    private void Close(long number)
    {
        if (OpenAward(number, "closed") is not { } award)
            return;
        award.Fate = Fate.Closed;
        if (award.Tier is { } tier)
            _tiers[tier].Close();
    }

    private void Void(long number)
    {
        if (OpenAward(number, "voided") is not { } award)
            return;
        award.Fate = Fate.Voided;
        if (award.Tier is not { } tier)
            return;
        _tiers[tier].GiveBack(award);
        _availability[tier].Add(_time.UtcTicks, +1);
        _availability[tier].Reopen(award.Day);
    }

    private Award? OpenAward(long number, string what)
    {
        var award = Find(number);
        if (award?.Fate == Fate.Open)
            return award;
        Fail(award is null ? $"award {number} is {what} and was never made" : $"award {number} is {what} and was {award.Fate} before");
        return null;
    }

    private void TakeBack(StoredWinTakenBack taken)
    {
        if (Find(taken.Award) is not { Fate: Fate.Closed, IsRedeemed: false } award
            || (award.Participant, award.Play, award.Tier) != (taken.Participant, taken.Play, taken.Tier))
        {
            Fail($"award {taken.Award} is taken back and was not won by that play, or not any more");
            return;
        }

        award.Fate = Fate.TakenBack;
        _tiers[taken.Tier].TakeBack(taken.Restocked);
        if (taken.Restocked)
            _availability[taken.Tier].Add(_time.UtcTicks, +1);
    }

    private void RecordVoid(long number)
    {
        if (Find(number) is not { Fate: Fate.TakenBack } award)
            Fail($"award {number} was not taken back");
        else
            award.Fate = Fate.TakenBackAndRecorded;
    }

    private void Redeem(long number)
    {
        if (Find(number) is not { Fate: Fate.Closed, Tier: not null, IsRedeemed: false } award)
            Fail($"award {number} is handed out and was not won, or not any more, or was handed out before");
        else
            award.IsRedeemed = true;
    }
}
