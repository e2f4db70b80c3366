using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Histories;

/// <summary>I1 for the stock, I2, and that pool and participants tell the same story.</summary>
internal static class PrizeInvariants
{
    public static IEnumerable<string> Violations(CampaignRecord record)
    {
        var opened = record.Pool.OfType<StoredPoolOpened>().ToList();
        if (opened.Count != 1)
            return record.Pool.Count == 0 ? [] : [$"I1: the pool was opened {opened.Count} times"];
        var awards = new Dictionary<long, Award>();
        return [.. Fold(record.Pool, opened[0].Tiers, awards), .. Wins(record, awards), .. Codes(record)];
    }

    private enum Fate { Open, Closed, Voided }

    private sealed record Award(StoredPrizeAwarded Entry, Fate Fate);

    /// <summary>At every prefix: no tier below zero, every award open before it is closed or voided.</summary>
    private static List<string> Fold(
        IReadOnlyList<StoredPoolEntry> pool, StoredTierStock[] tiers, Dictionary<long, Award> awards)
    {
        HashSet<long> numbers = [];
        List<string> violations = [];
        var taken = new long[tiers.Length];
        foreach (var entry in pool)
        {
            switch (entry)
            {
                case StoredPrizeAwarded awarded:
                    if (awarded.Closes != 0)
                        End(awarded.Closes, Fate.Closed);
                    if (!awards.TryAdd(awarded.Award, new Award(awarded, Fate.Open)))
                        violations.Add($"I1: award {awarded.Award} was made twice");
                    if (!numbers.Add(awarded.CodeNumber))
                        violations.Add($"I2: code number {awarded.CodeNumber} was used twice");
                    if (++taken[awarded.Tier] > tiers[awarded.Tier].Stocked)
                        violations.Add($"I1: tier {tiers[awarded.Tier].Name} gave more than its {tiers[awarded.Tier].Stocked}");
                    break;
                case StoredClaimsClosed closed:
                    foreach (var award in closed.Awards)
                        End(award, Fate.Closed);
                    break;
                case StoredClaimVoided voided:
                    End(voided.Award, Fate.Voided);
                    break;
                default:
                    break;
            }
        }

        violations.AddRange(awards.Values.Where(award => award.Fate == Fate.Open)
            .Select(award => $"I1: award {award.Entry.Award} is still open"));
        return violations;

        void End(long number, Fate fate)
        {
            if (!awards.TryGetValue(number, out var award) || award.Fate != Fate.Open)
            {
                violations.Add($"I1: award {number} was {fate} and was not open");
                return;
            }

            awards[number] = award with { Fate = fate };
            if (fate == Fate.Voided)
                taken[award.Entry.Tier]--;
        }
    }

    /// <summary>Every award that was kept is in exactly one entry, of its participant and play; no voided one is in any.</summary>
    private static IEnumerable<string> Wins(CampaignRecord record, Dictionary<long, Award> awards)
    {
        var kept = new HashSet<long>();
        foreach (var participant in record.Participants)
        {
            foreach (var play in participant.Events.Select(recorded => recorded.Play).OfType<StoredPlay>().Where(play => play.Win is not null))
            {
                var win = play.Win!;
                if (!kept.Add(win.Award))
                    yield return $"I2: award {win.Award} is in two entries";
                if (!awards.TryGetValue(win.Award, out var award))
                    yield return $"I1: award {win.Award} of {record.UserOf(participant)} was never made";
                else if (award.Fate == Fate.Voided)
                    yield return $"I1: award {win.Award} of {record.UserOf(participant)} was voided";
                else if ((award.Entry.Participant, award.Entry.Play, award.Entry.Tier) != (participant.Ref.Value, play.Number, win.Tier))
                    yield return $"I2: award {win.Award} was made for another claim than {record.UserOf(participant)}'s play {play.Number}";
            }
        }

        foreach (var award in awards.Values.Where(award => award.Fate == Fate.Closed && !kept.Contains(award.Entry.Award)))
            yield return $"I1: award {award.Entry.Award} is closed and in no entry";
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
