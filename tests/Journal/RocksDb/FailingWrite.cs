using System.Collections.Concurrent;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Tests.RocksDb;

/// <summary>A journal whose nth write fails before it reaches RocksDB, if wanted only when <see cref="Go"/> is set.</summary>
internal sealed class FailingWrite : IDisposable
{
    private int _writes;

    public FailingWrite(string path, int failAt, bool wait = false) => Journal = RocksDbJournal.Open(new RocksDbJournalOptions
    {
        Path = path,
        OnFatal = Reported.Enqueue,
        BeforeWrite = () =>
        {
            if (++_writes != failAt) return;
            Reached.Set();
            if (wait) Go.Wait();
            throw new IOException("injected");
        },
    });

    public RocksDbJournal Journal { get; }
    public ConcurrentQueue<Exception> Reported { get; } = [];
    public ManualResetEventSlim Reached { get; } = new();
    public ManualResetEventSlim Go { get; } = new();

    public void Dispose()
    {
        Reached.Dispose();
        Go.Dispose();
    }
}
