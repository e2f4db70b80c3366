using System.Text;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Child;

/// <summary>
/// Opens the journal with a short watchdog and prints everything in it, one line each. Exit code 0: all was read;
/// 2: it refused to open; 3: a read was refused; killed: the watchdog.
/// </summary>
internal static class DumpCommand
{
    public static async Task<int> RunAsync(string path, TimeSpan timeout)
    {
        try
        {
            await using var journal = RocksDbJournal.Open(new RocksDbJournalOptions { Path = path, OpenTimeout = timeout });
            for (var number = 0; number < AppendCommand.Streams; number++) await DumpAsync(journal, number);
            await foreach (var stream in journal.ReadPendingAsync(ChildStreams.Get(0).Scope)) Console.WriteLine($"pending {stream.Key}");
            for (byte bucket = 0; bucket < Bucket.Count; bucket++)
                await foreach (var summary in journal.ReadSummariesAsync(new Bucket(ChildStreams.Get(0).Scope, bucket)))
                    Console.WriteLine($"summary {summary.Stream.Key} {summary.Version} {summary.Summary}");
            return 0;
        }
        catch (JournalOpenException e)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
        catch (JournalDamagedException e)
        {
            Console.Error.WriteLine(e.Message);
            return 3;
        }
    }

    private static async Task DumpAsync(RocksDbJournal journal, int number)
    {
        var stream = ChildStreams.Get(number);
        var record = await journal.ReadAsync(stream);
        var state = record.Snapshot is { } snapshot ? $"{snapshot.Version} {Encoding.UTF8.GetString(snapshot.State.Span)}" : "no snapshot";
        Console.WriteLine($"head {number} {record.Head.Version} {record.Head.Chain} {state}");
        await foreach (var entry in journal.ReadEntriesAsync(stream, 1))
        {
            Console.WriteLine($"{number} {entry.Version} {Encoding.UTF8.GetString(entry.Public.Span)}");
            Console.WriteLine($"personal {entry.Time.UtcTicks} {entry.Chain} {Encoding.UTF8.GetString(entry.Personal.Span)}");
            if (await journal.FindByKeyAsync(stream, (UInt128)entry.Version) is { } found) Console.WriteLine($"key {found}");
        }
    }
}
