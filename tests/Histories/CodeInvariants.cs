using System.Text.Json;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Histories;

/// <summary>I11, and I4, I5, I8 and I9 for codes.</summary>
internal static class CodeInvariants
{
    private sealed record Redeemed(string User, string Code, StoredCodeRedeemed Entry);

    public static IEnumerable<string> Violations(CampaignRecord record)
    {
        var redeemed = record.Participants.SelectMany(
            participant => participant.Entries.Select(entry => entry.Entry).OfType<StoredCodeRedeemed>(),
            (participant, entry) => new Redeemed(record.UserOf(participant), CodeOf(entry.Answer), entry)).ToList();
        var kept = redeemed.ToLookup(one => (one.User, one.Code));
        return Once(record, redeemed).Concat(record.Redemptions.GroupBy(seen => (seen.User, seen.Code)).SelectMany(key =>
            Of([.. key.OrderBy(seen => seen.Arrived)], [.. kept[key.Key].Select(one => one.Entry)])
                .Select(violation => $"{violation} (code {key.Key.Code} of {key.Key.User})")));
    }

    private static IEnumerable<string> Once(CampaignRecord record, IReadOnlyList<Redeemed> redeemed)
    {
        foreach (var code in redeemed.GroupBy(one => (one.Entry.Batch, one.Entry.Index)).Where(code => code.Count() > 1))
            yield return $"I11: code {code.Key.Index} of a batch gave points {code.Count()} times, to {string.Join(" and ", code.Select(one => one.User))}";
        foreach (var code in record.Redemptions.Where(seen => seen.IsDone).GroupBy(seen => seen.Code, seen => seen.User))
        {
            if (code.Distinct().Count() > 1)
                yield return $"I11: code {code.Key} was given to {string.Join(" and ", code.Distinct())}";
        }
    }

    private static IEnumerable<string> Of(IReadOnlyList<SeenRedemption> seen, IReadOnlyList<StoredCodeRedeemed> entries)
    {
        var first = seen.FirstOrDefault(answer => answer.IsDone);
        if (seen.Any(answer => answer.IsDone && !entries.Any(entry => entry.Answer.AsSpan().SequenceEqual(answer.Data))))
            yield return "I4: an answer is not what the journal has";
        if (entries.Count > 0 && !seen.Any(answer => answer.IsDone || answer.IsUnknown))
            yield return "I5: it was only ever refused, and is in the journal";
        if (first is not null && seen.Any(answer => answer.Sent > first.Arrived && !answer.IsUnknown && !answer.IsDone))
            yield return "I8: it was refused to whom it had been given";
        if (first is not null && seen.Any(answer => answer.IsDone && !answer.Data.AsSpan().SequenceEqual(first.Data)))
            yield return "I8: it was answered in two ways";
        if (seen[^1].IsUnknown)
            yield return "I9: nobody knows what became of it";
    }

    private static string CodeOf(byte[] answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("code").GetString()!;
    }
}
