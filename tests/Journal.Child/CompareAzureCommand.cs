using System.Diagnostics;
using Azure.Data.Tables;
using CampaignEngine.Journal.AzureTables;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Journal.Child;

/// <summary>
/// What group commit is worth: events (an entry and a summary each) that callers append one after another through the
/// journal, against the same two rows written singly, one after the other, on the same Azurite in the same run.
/// </summary>
internal static class CompareAzureCommand
{
    private const int RowsPerEvent = 2;
    private const int EntryBytes = 500, SummaryBytes = 60;

    public static async Task<int> RunAsync(int callers, int seconds)
    {
        await using var azurite = await Azurite.StartAsync();
        var options = new AzureTablesJournalOptions { ConnectionString = azurite.ConnectionString };
        await using var journal = await AzureTablesJournal.OpenAsync(options);
        var singly = new TableClient(options.ConnectionString, "Singly");
        await singly.CreateAsync();

        // Alternating, so that a machine that is busy for a while slows both.
        double grouped = 0, single = 0;
        const int Rounds = 3;
        for (var round = 0; round < Rounds; round++)
        {
            var scope = new Scope(Guid.NewGuid(), 1, Guid.NewGuid());
            single += await MeasureAsync("singly ", callers, seconds, (caller, n) => WriteSinglyAsync(singly, scope, caller, n));
            var heads = new StreamHead[callers];
            grouped += await MeasureAsync("grouped", callers, seconds, async (caller, n) => heads[caller] = await journal.AppendAsync(
                new StreamId(scope, StreamKind.Participant, (UInt128)caller), heads[caller], Event(n)));
        }

        Console.WriteLine(
            $"{callers} callers: grouped {grouped / Rounds:n0} events/s, {RowsPerEvent * grouped / Rounds:n0} rows/s; "
            + $"singly {single / Rounds:n0} events/s, {RowsPerEvent * single / Rounds:n0} rows/s; ratio {grouped / single:0.0}");
        return grouped >= 2 * single ? 0 : 1;
    }

    private static async Task<double> MeasureAsync(string name, int callers, int seconds, Func<int, int, Task> write)
    {
        var duration = TimeSpan.FromSeconds(seconds);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var count = 0;
            for (; watch.Elapsed < duration; count++) await write(caller, count);
            return count;
        })));
        var rate = counts.Sum() / watch.Elapsed.TotalSeconds;
        Console.WriteLine($"{name} {rate:n0} events/s, {RowsPerEvent * rate:n0} rows/s");
        return rate;
    }

    private static Append Event(int number) => new()
    {
        // With what the row has around it, about as many bytes as an event's entry.
        Entries = [new NewEntry(DateTimeOffset.UnixEpoch.AddSeconds(number), new byte[EntryBytes - 150], new byte[20])],
        Summary = new Summary(number, number, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "user", "A User"),
    };

    private static async Task WriteSinglyAsync(TableClient table, Scope scope, int caller, int number)
    {
        var partition = $"{scope.Campaign:n}{caller % Bucket.Count:X2}";
        await table.AddEntityAsync(new TableEntity(partition, $"1{caller:X32}{number:X16}")
        {
            ["D0"] = new byte[EntryBytes],
            ["Batch"] = Guid.NewGuid(),
        });
        await table.UpsertEntityAsync(new TableEntity(partition, $"3{caller:X32}") { ["D0"] = new byte[SummaryBytes] }, TableUpdateMode.Replace);
    }
}
