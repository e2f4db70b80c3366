using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Verify.Campaigns;
using CampaignEngine.Verify.Prizes;

namespace CampaignEngine.Verify.Participants;

/// <summary>One play: whether it was one, what its draw was, and whether the pool tells the same.</summary>
internal sealed class PlayCheck(CampaignCheck campaign, PoolCheck pool)
{
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);

    /// <summary>Draws that were computed for single plays.</summary>
    public long Draws { get; private set; }

    /// <returns>What is wrong.</returns>
    public IEnumerable<string> Violations(
        Campaign rules, ParticipantRef participant, ParticipantLedger ledger, StoredEvent recorded, DateTimeOffset time)
    {
        var game = rules.InstantWin;
        var left = game?.MaxPlays.Select(limit => ledger.Plays.Left(limit.Times, limit.Per, recorded.Periods)).DefaultIfEmpty(1).Min();
        var canPlay = game is not null && game.HasEventType(recorded.EventType) && left > 0;
        if (recorded.Play is not { } play)
        {
            if (canPlay && rules.Definition.InstantWin!.When.IsEmpty)
                yield return "is no play, though such an event is one and plays were left";
            yield break;
        }

        if (!canPlay)
            yield return left <= 0 ? "is a play, and no plays were left" : "is a play, and such an event is none";
        if (play.Number != ledger.Plays.Total + 1)
            yield return $"is play {play.Number}, after play {ledger.Plays.Total}";
        if (game is null)
            yield break;

        var isEligible = !ledger.IsExcluded && ledger.WinCount < (game.MaxWinsPerUser ?? int.MaxValue);
        if (play.Win is not null && !isEligible)
            yield return "has a win, and the participant could not win any more";
        var violations = play.Win is { } win
            ? OfWin(game, participant, play, win, time)
            : OfLoss(game, participant, play, isEligible, recorded.Periods.Day, time);
        foreach (var violation in violations)
            yield return violation;
        if (game.Mode == InstantWinMode.Odds)
        {
            foreach (var violation in OfDraw(game, participant, play, isEligible, recorded.Periods.Day, time))
                yield return violation;
        }
    }

    private IEnumerable<string> OfWin(InstantWin game, ParticipantRef participant, StoredPlay play, StoredWin win, DateTimeOffset time)
    {
        if (play.LosingAward != 0)
            yield return "has both a win and a losing card";
        if (win.Tier < 0 || win.Tier >= game.Tiers.Length || game.Tiers[win.Tier].Name != win.TierName || game.Tiers[win.Tier].Points != win.Points)
            yield return $"has a prize that the definition does not have: tier {win.Tier}, {win.TierName}, {win.Points} points";
        if (win.WonAt != time)
            yield return "was not won when it was recorded";
        if (!_codes.Add(win.WinCode))
            yield return $"has the win code {win.WinCode}, which another entry has too";
        if (Match(participant, play.Number, win.Award, win.Tier) is { } wrong)
            yield return wrong;
    }

    private IEnumerable<string> OfLoss(
        InstantWin game, ParticipantRef participant, StoredPlay play, bool isEligible, int day, DateTimeOffset time)
    {
        if (play.LosingAward == 0)
        {
            if (game.Mode == InstantWinMode.Deck && pool.Cards < game.DeckSize && campaign.HasEnded)
                yield return "took no card, and the deck was not used up";
            if (game.Mode == InstantWinMode.Moments && isEligible && campaign.TellsTime && game.Tiers.Any(tier => pool.WasFree(tier.Index, time, day)))
                yield return "has no win, and the moment of a unit had come";
            yield break;
        }

        if (Match(participant, play.Number, play.LosingAward, tier: null) is { } wrong)
            yield return wrong;
        if (isEligible && pool.Find(play.LosingAward) is { } award && day > award.IneligibleAfterDay)
            yield return $"has no win, and award {play.LosingAward} could have given it a unit";
    }

    private IEnumerable<string> OfDraw(
        InstantWin game, ParticipantRef participant, StoredPlay play, bool isEligible, int day, DateTimeOffset time)
    {
        if (campaign.Draw is not { } draw)
            yield break;
        Draws++;
        var hit = game.TierHit(draw.Play(participant, play.Number));
        if (play.Win is { } win)
        {
            if (hit != win.Tier)
                yield return $"has a win of tier {win.Tier}, and its draw {(hit is { } other ? $"hits tier {other}" : "loses")}";
        }
        else if (hit is { } missed && isEligible && campaign.TellsTime && pool.WasFree(missed, time, day))
        {
            yield return $"has no win, and its draw hits tier {missed}, which had units left";
        }
    }

    /// <summary>Whether the pool made this award for this play.</summary>
    private string? Match(ParticipantRef participant, long play, long number, int? tier)
    {
        if (pool.Find(number) is not { } award)
            return campaign.HasEnded ? $"has award {number}, which the pool does not have" : null;
        if ((award.Participant, award.Play, award.Tier) != (participant.Value, play, tier))
            return $"has award {number}, which the pool made for another claim";
        if (award.Fate == Fate.Voided)
            return $"has award {number}, which the pool voided";
        if (award.IsInEntry)
            return $"has award {number}, which another entry has too";
        award.IsInEntry = true;
        return null;
    }
}
