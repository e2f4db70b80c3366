using System.Security.Cryptography;
using System.Text;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Child;

/// <summary>
/// For each journal's path on the standard input: opens it with a short watchdog, reads everything, and answers with
/// one line: "read" and a hash over all of it, or "refused" and why. The watchdog kills the process.
/// </summary>
internal static class DumpCommand
{
    public static async Task<int> RunAsync(TimeSpan timeout)
    {
        while (Console.In.ReadLine() is { } path) Console.WriteLine(await DumpAsync(path, timeout));
        return 0;
    }

    private static async Task<string> DumpAsync(string path, TimeSpan timeout)
    {
        try
        {
            await using var journal = RocksDbJournal.Open(new RocksDbJournalOptions { Path = path, OpenTimeout = timeout });
            var dump = new StringBuilder();
            for (var number = 0; number < ChildStreams.Count; number++) await DumpStreamAsync(journal, number, dump);
            await foreach (var stream in journal.ReadPendingAsync(ChildStreams.Get(0).Scope)) dump.AppendLine($"pending {stream.Key}");
            for (byte bucket = 0; bucket < Bucket.Count; bucket++)
                await foreach (var summary in journal.ReadSummariesAsync(new Bucket(ChildStreams.Get(0).Scope, bucket)))
                    dump.AppendLine($"summary {summary.Stream.Key} {summary.Version} {summary.Summary}");
            return $"read {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(dump.ToString())))}";
        }
        catch (Exception e) when (e is JournalOpenException or JournalDamagedException)
        {
            return $"refused {e.Message.ReplaceLineEndings(" ")}";
        }
    }

    private static async Task DumpStreamAsync(RocksDbJournal journal, int number, StringBuilder dump)
    {
        var stream = ChildStreams.Get(number);
        var record = await journal.ReadAsync(stream);
        var state = record.Snapshot is { } snapshot ? $"{snapshot.Version} {Encoding.UTF8.GetString(snapshot.State.Span)}" : "no snapshot";
        dump.AppendLine($"head {number} {record.Head} {state}");
        await foreach (var entry in journal.ReadEntriesAsync(stream, 1))
        {
            dump.AppendLine($"{entry.Version} {entry.Time.UtcTicks} {entry.Chain} {Encoding.UTF8.GetString(entry.Public.Span)} {Encoding.UTF8.GetString(entry.Personal.Span)}");
            if (await journal.FindByKeyAsync(stream, (UInt128)entry.Version) is { } found) dump.AppendLine($"key {found}");
        }
    }
}
