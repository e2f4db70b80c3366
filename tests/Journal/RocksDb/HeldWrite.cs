using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Tests.RocksDb;

/// <summary>A journal whose first write waits until <see cref="Go"/> is set.</summary>
internal sealed class HeldWrite : IDisposable
{
    private readonly ManualResetEventSlim _reached = new();
    private int _writes;

    public HeldWrite(string path) => Journal = RocksDbJournal.Open(new RocksDbJournalOptions
    {
        Path = path,
        BeforeWrite = () =>
        {
            if (Interlocked.Increment(ref _writes) != 1) return;
            _reached.Set();
            Go.Wait();
        },
    });

    public RocksDbJournal Journal { get; }
    public ManualResetEventSlim Go { get; } = new();
    public int Writes => Volatile.Read(ref _writes);

    /// <summary>Appends, and returns when that append's write waits.</summary>
    public List<Task> StartFirst()
    {
        var first = Journal.AppendAsync(Given.NewStream(), StreamHead.Empty, Given.One("first"));
        _reached.Wait();
        return [first];
    }

    public void Dispose()
    {
        Go.Dispose();
        _reached.Dispose();
    }
}
