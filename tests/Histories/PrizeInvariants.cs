using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Histories;

/// <summary>I1 for the stock, I2, I7 for days, and that pool and participants tell the same story.</summary>
public static class PrizeInvariants
{
    public static IEnumerable<string> Violations(CampaignRecord record)
    {
        if (record.Pool.Count == 0)
            return [];
        var fold = PoolFold.Of(record);
        return [.. fold.Violations, .. Plays(record, fold), .. Voids(record, fold), .. Codes(record)];
    }

    /// <summary>Every award that was kept is in exactly one entry, of its participant and play; no voided one is in any.</summary>
    private static IEnumerable<string> Plays(CampaignRecord record, PoolFold fold)
    {
        var kept = new HashSet<long>();
        foreach (var participant in record.Participants)
        {
            foreach (var (play, number, tier) in AwardsOf(participant))
            {
                if (!kept.Add(number))
                    yield return $"I2: award {number} is in two entries";
                if (!fold.Awards.TryGetValue(number, out var award))
                    yield return $"I1: award {number} of {record.UserOf(participant)} was never made";
                else if (award.Fate == AwardFate.Voided)
                    yield return $"I1: award {number} of {record.UserOf(participant)} was voided";
                else if ((award.Participant, award.Play, award.Tier) != (participant.Ref.Value, play, tier))
                    yield return $"I2: award {number} was made for another claim than {record.UserOf(participant)}'s play {play}";
            }
        }

        foreach (var award in fold.Awards.Values.Where(award => award.Fate == AwardFate.Closed && !kept.Contains(award.Number)))
            yield return $"I1: award {award.Number} is closed and in no entry";
    }

    /// <summary>The plays that the pool numbered: what they won, or null for a card that lost.</summary>
    private static IEnumerable<(long Play, long Award, int? Tier)> AwardsOf(ParticipantRecord participant) =>
        from recorded in participant.Events
        let play = recorded.Play
        where play is not null && (play.Win is not null || play.LosingAward != 0)
        select (play.Number, play.Win?.Award ?? play.LosingAward, play.Win?.Tier);

    /// <summary>A win that the pool took back is one that its participant knows of, and the other way round.</summary>
    private static IEnumerable<string> Voids(CampaignRecord record, PoolFold fold)
    {
        var known = record.Participants
            .SelectMany(participant => participant.Entries.Select(entry => entry.Entry).OfType<StoredWinVoided>())
            .Select(voided => voided.Award).ToList();
        foreach (var award in known.GroupBy(award => award).Where(award => award.Count() > 1))
            yield return $"I1: the points of award {award.Key} were taken twice";
        foreach (var award in fold.TakenBack.Except(known))
            yield return $"I1: award {award} was taken back and its participant does not know";
        foreach (var award in known.Except(fold.TakenBack))
            yield return $"I1: the points of award {award} were taken and its pool does not know";
    }

    private static IEnumerable<string> Codes(CampaignRecord record)
    {
        var owners = record.Participants
            .SelectMany(participant => participant.Wins, (participant, win) => (win.WinCode, User: record.UserOf(participant)))
            .ToLookup(pair => pair.WinCode, pair => pair.User);
        foreach (var code in owners.Where(code => code.Count() > 1))
            yield return $"I2: code {code.Key} belongs to {string.Join(" and ", code)}";
        foreach (var answer in record.Answers.Where(answer => answer.IsRecorded))
        {
            if (AnswerText.Read(answer.Data!).WinCode is { } code && !owners[code].Contains(answer.User))
                yield return $"I2: {answer.User} was told code {code}, which is not theirs";
        }
    }
}
