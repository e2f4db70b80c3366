using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Histories;

/// <summary>I4, I5, I8 and I9: what clients were told against what is kept.</summary>
internal static class AnswerInvariants
{
    public static IEnumerable<string> Violations(CampaignRecord record)
    {
        var entries = record.Participants
            .SelectMany(participant => participant.Entries, (participant, entry) => (User: record.UserOf(participant), Entry: entry))
            .Where(pair => pair.Entry.EventId is not null)
            .ToLookup(pair => (pair.User, EventId: pair.Entry.EventId!), pair => (StoredEvent)pair.Entry.Entry);
        return record.Answers.GroupBy(answer => (answer.User, answer.EventId)).SelectMany(key =>
            Of(key.Key.EventId, [.. key.OrderBy(answer => answer.Arrived)], [.. entries[key.Key]])
                .Select(violation => $"{violation} (event {key.Key.EventId} of {key.Key.User})"));
    }

    private static IEnumerable<string> Of(string eventId, IReadOnlyList<SeenAnswer> answers, IReadOnlyList<StoredEvent> entries)
    {
        foreach (var recorded in answers.Where(answer => answer.IsRecorded))
        {
            if (!entries.Any(entry => AnswerText.Whole(entry, eventId).AsSpan().SequenceEqual(recorded.Data)))
                yield return "I4: an answer is not what the journal has";
        }

        if (entries.Count > 0 && !answers.Any(answer => answer.IsRecorded || answer.IsUnknown))
            yield return "I5: it was only ever refused, and is in the journal";
        if (answers[^1].IsUnknown)
            yield return "I9: nobody knows what became of it";

        var first = answers.FirstOrDefault(answer => answer.IsRecorded);
        if (first is null)
            yield break;
        foreach (var later in answers.Where(answer => answer.Sent > first.Arrived && !answer.IsUnknown))
        {
            if (later.Body != first.Body ? later.Status != RecordEventStatus.EventIdReused : !later.IsRecorded)
                yield return $"I8: after it was recorded, the {(later.Body == first.Body ? "same" : "other")} request got {later.Status}";
        }

        if (answers.Where(answer => answer.IsRecorded).Select(answer => answer.Body).Distinct().Count() > 1)
            yield return "I8: two different requests were recorded under one id";
        if (answers.Any(answer => answer.IsRecorded && !answer.Data.AsSpan().SequenceEqual(first.Data)))
            yield return "I8: it was answered in two ways";
    }
}
