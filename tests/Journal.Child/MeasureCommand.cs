using System.Diagnostics;
using System.Security.Cryptography;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Child;

/// <summary>How fast it is: callers that each append to streams of their own, one after another, and wait for the answer.</summary>
internal static class MeasureCommand
{
    private const int SnapshotInterval = 32;
    private const int StreamsPerCaller = 1000;

    public static async Task<int> RunAsync(string path, int callers, int seconds)
    {
        await using var journal = RocksDbJournal.Open(new RocksDbJournalOptions { Path = path });
        var scope = new Scope(Guid.NewGuid(), 1, Guid.NewGuid());
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(
            caller => Task.Run(() => AppendAsync(journal, scope, caller, watch, TimeSpan.FromSeconds(seconds)))));
        watch.Stop();
        long total = counts.Sum();
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        Console.WriteLine(
            $"{callers} callers: {total / watch.Elapsed.TotalSeconds:n0} appends/s, {cpu.TotalMicroseconds / total:0.0} us CPU "
            + $"and {allocated / total} bytes allocated per append, {total:n0} appends");
        return 0;
    }

    private static async Task<int> AppendAsync(RocksDbJournal journal, Scope scope, int caller, Stopwatch watch, TimeSpan duration)
    {
        var heads = new StreamHead[StreamsPerCaller];
        byte[] publicPart = RandomNumberGenerator.GetBytes(300), personal = RandomNumberGenerator.GetBytes(80), state = RandomNumberGenerator.GetBytes(1500);
        var count = 0;
        for (; watch.Elapsed < duration; count++)
        {
            var i = count % StreamsPerCaller;
            var stream = new StreamId(scope, StreamKind.Participant, (UInt128)(caller * StreamsPerCaller + i));
            var time = DateTimeOffset.UnixEpoch.AddSeconds(count);
            heads[i] = await journal.AppendAsync(stream, heads[i], new Append
            {
                Entries = [new NewEntry(time, publicPart, personal)],
                Summary = new Summary(count, count, time, time, "user", "A User"),
                Snapshot = heads[i].Version % SnapshotInterval == SnapshotInterval - 1 ? state : default(ReadOnlyMemory<byte>?),
            });
        }

        return count;
    }
}
