using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Child;

/// <summary>
/// Appends until it is killed, the journal fails or the standard input says "stop" (then it closes the journal) or
/// "pause" (then it says so and waits to be killed), and prints "stream version text" of each append only after it was
/// acknowledged.
/// </summary>
internal static class AppendCommand
{
    private const int ExitAfterFailure = 70;

    public static async Task<int> RunAsync(string path, ulong writeBufferBytes)
    {
        RocksDbJournal journal;
        try
        {
            journal = RocksDbJournal.Open(new RocksDbJournalOptions { Path = path, OnFatal = Fail, WriteBufferBytes = writeBufferBytes });
        }
        catch (JournalOpenException e)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }

        var output = TextWriter.Synchronized(Console.Out);
        using var stop = new CancellationTokenSource();
        var pauses = false;
        _ = Task.Run(() =>
        {
            // The end of the input is no stop: who started this program may have died.
            var command = Console.In.ReadLine();
            if (command is not ("stop" or "pause")) return;
            pauses = command == "pause";
            stop.Cancel();
        });
        output.WriteLine("opened");
        await Task.WhenAll(Enumerable.Range(0, ChildStreams.Count).Select(i => Task.Run(() => AppendAsync(journal, i, output, stop.Token))));
        if (pauses)
        {
            output.WriteLine("paused");
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }

        await journal.DisposeAsync();
        output.WriteLine("closed");
        return 0;
    }

    private static async Task AppendAsync(RocksDbJournal journal, int number, TextWriter output, CancellationToken stop)
    {
        var stream = ChildStreams.Get(number);
        var head = (await journal.ReadAsync(stream, CancellationToken.None)).Head;
        while (!stop.IsCancellationRequested)
        {
            var text = ChildStreams.Text(number, head.Version + 1);
            var append = ChildStreams.Append(number, head.Version + 1);
            try
            {
                head = await journal.AppendAsync(stream, head, append);
            }
            catch (JournalStoppedException)
            {
                // OnFatal ends the process.
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            }

            output.WriteLine($"{number} {head.Version} {text}");
        }
    }

    private static void Fail(Exception e)
    {
        Console.Out.Flush();
        Console.Error.WriteLine($"fatal: {e.Message}");
        Environment.Exit(ExitAfterFailure);
    }
}
