using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Histories;

/// <summary>I1 for totals, I3, I6, I7 for plays and wins, and that time never runs backwards.</summary>
internal static class ParticipantInvariants
{
    public static IEnumerable<string> Violations(CampaignRecord record) => record.Participants.SelectMany(participant =>
        Totals(record, participant)
            .Concat(EventIds(participant))
            .Concat(Plays(record.Game, participant))
            .Concat(Excluded(participant))
            .Concat(LimitInvariants.Violations(record.Points, participant))
            .Concat(Times(participant))
            .Select(violation => $"{violation} ({record.UserOf(participant)})"));

    private static IEnumerable<string> Totals(CampaignRecord record, ParticipantRecord participant)
    {
        long total = 0;
        HashSet<long> voided = [];
        foreach (var (entry, _, eventId) in participant.Entries)
        {
            total += EarnedBy(entry);
            if (total < 0)
                yield return $"I1: the total is {total}";
            if (entry is StoredEvent recorded)
            {
                var answer = AnswerText.Read(recorded.Answer);
                if ((answer.PointsEarned, answer.PrizePoints, answer.TotalPoints) != (recorded.PointsEarned, recorded.PrizePoints, total))
                    yield return $"I1: event {eventId} says {answer.PointsEarned} + {answer.PrizePoints} = {answer.TotalPoints}, its entry comes to {total}";
                if (recorded.PrizePoints != (recorded.Play?.Win?.Points ?? 0))
                    yield return $"I1: event {eventId} has prize points without their win";
            }
            else if (entry is StoredWinVoided taken && (!voided.Add(taken.Award)
                || participant.Wins.FirstOrDefault(win => win.Award == taken.Award) is not { } win || taken.Points > win.Points))
            {
                yield return $"I1: {taken.Points} points were taken for award {taken.Award}, which does not fit its win";
            }
        }

        var events = participant.Events.Count();
        if (participant.Summary is { } summary ? (summary.Points, summary.Events) != (total, events) : events > 0)
            yield return $"I3: the summary says {participant.Summary?.Points}, the entries add up to {total}";
        var view = record.Views.GetValueOrDefault(record.UserOf(participant));
        if (view is null ? events > 0 : (view.TotalPoints, view.EventsCount) != (total, events))
            yield return $"I3: GET says {view?.TotalPoints}, the entries add up to {total}";
    }

    private static long EarnedBy(StoredParticipantEntry entry) => entry switch
    {
        StoredEvent recorded => recorded.PointsEarned + recorded.PrizePoints,
        StoredPointsAdjusted adjusted => adjusted.Points + (adjusted.MilestonesReached ?? []).Sum(milestone => milestone.BonusPoints),
        StoredCodeRedeemed redeemed => redeemed.Points + (redeemed.MilestonesReached ?? []).Sum(milestone => milestone.BonusPoints),
        StoredWinVoided voided => -voided.Points,
        StoredClaimReleased or StoredExclusionChanged or StoredNamed => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    private static IEnumerable<string> Excluded(ParticipantRecord participant)
    {
        var isExcluded = false;
        foreach (var entry in participant.Entries.Select(entry => entry.Entry))
        {
            isExcluded = entry is StoredExclusionChanged changed ? changed.IsExcluded : isExcluded;
            if (isExcluded && entry is StoredEvent { Play.Win: { } win })
                yield return $"I7: award {win.Award} was won by somebody excluded";
        }
    }

    private static IEnumerable<string> EventIds(ParticipantRecord participant) =>
        participant.Entries.Where(entry => entry.EventId is not null).GroupBy(entry => entry.EventId)
            .Where(id => id.Count() > 1).Select(id => $"I6: event {id.Key} has {id.Count()} entries")
        .Concat(participant.Events.GroupBy(recorded => recorded.EventIdHash)
            .Where(hash => hash.Count() > 1).Select(hash => $"I6: an event id's hash has {hash.Count()} entries"));

    private static IEnumerable<string> Plays(InstantWinDefinition game, ParticipantRecord participant)
    {
        long number = 0;
        foreach (var play in participant.Events.Select(recorded => recorded.Play).OfType<StoredPlay>())
        {
            if (play.Number != ++number)
                yield return $"I7: play {number} has the number {play.Number}";
        }

        foreach (var limit in game.MaxPlays)
        {
            var most = participant.Events.Where(recorded => recorded.Play is not null)
                .GroupBy(recorded => LimitInvariants.PeriodOf(limit.Per, recorded.Periods)).Select(period => period.Count()).DefaultIfEmpty().Max();
            if (most > limit.Times)
                yield return $"I7: {most} plays in one {limit.Per}, of {limit.Times}";
        }

        if (participant.Wins.Count() > (game.MaxWinsPerUser ?? int.MaxValue))
            yield return $"I7: {participant.Wins.Count()} wins, of {game.MaxWinsPerUser}";
    }

    private static IEnumerable<string> Times(ParticipantRecord participant) =>
        participant.Entries.Zip(participant.Entries.Skip(1)).Where(pair => pair.Second.Time < pair.First.Time)
            .Select(pair => $"Time: {pair.Second.Time:O} follows {pair.First.Time:O}");
}
