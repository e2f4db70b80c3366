using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Child;

/// <summary>
/// Until it is killed: begins an append, begins one to another stream that rests on it without waiting, waits for the
/// second and prints its version.
/// </summary>
internal static class PairsCommand
{
    public static async Task<int> RunAsync(string path)
    {
        var journal = RocksDbJournal.Open(new RocksDbJournalOptions { Path = path });
        var output = TextWriter.Synchronized(Console.Out);
        output.WriteLine("opened");
        await Task.WhenAll(Enumerable.Range(0, ChildStreams.Count).Select(i => Task.Run(() => AppendAsync(journal, i, output))));
        return 0;
    }

    private static async Task AppendAsync(RocksDbJournal journal, int number, TextWriter output)
    {
        StreamId first = ChildStreams.Get(number), second = ChildStreams.GetPartner(number);
        var firstHead = (await journal.ReadAsync(first)).Head;
        var secondHead = (await journal.ReadAsync(second)).Head;
        while (true)
        {
            var precedent = journal.BeginAppend(first, firstHead, ChildStreams.Append(number, firstHead.Version + 1));
            var entry = new NewEntry(DateTimeOffset.UnixEpoch.AddSeconds(secondHead.Version), "rests"u8.ToArray());
            secondHead = await journal.AppendAsync(second, secondHead, new Append { Entries = [entry], After = precedent.Ticket });
            firstHead = precedent.Head;
            output.WriteLine($"{number} {secondHead.Version}");
        }
    }
}
