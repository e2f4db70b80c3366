namespace CampaignEngine.Journal.RocksDb;

/// <summary>
/// Whether the journal still answers, and the count of those who are inside native code: the database is closed only
/// when nobody is.
/// </summary>
internal sealed class JournalState
{
    private const int Open = 0, Closed = 1, Failed = 2;

    private int _state;
    private int _readers;
    private Exception? _failure;

    public bool IsOpen => Volatile.Read(ref _state) == Open;

    public bool HasFailed => Volatile.Read(ref _state) == Failed;

    /// <exception cref="JournalStoppedException">The journal has failed or is closed.</exception>
    public ReadLease Enter()
    {
        Interlocked.Increment(ref _readers);
        if (IsOpen) return new ReadLease(this);
        Interlocked.Decrement(ref _readers);
        throw Stopped();
    }

    public void Close() => Interlocked.CompareExchange(ref _state, Closed, Open);

    /// <returns>True for the first failure only.</returns>
    public bool Fail(Exception failure)
    {
        Interlocked.CompareExchange(ref _failure, failure, null);
        return Interlocked.Exchange(ref _state, Failed) != Failed;
    }

    public JournalStoppedException Stopped() => HasFailed
        ? new JournalStoppedException("The journal has failed; the process must start anew.", Volatile.Read(ref _failure))
        : new JournalStoppedException("The journal is closed.");

    /// <summary>Readers are short (one page at most), so this ends soon after <see cref="Close"/> or <see cref="Fail"/>.</summary>
    public void WaitForReaders() => SpinWait.SpinUntil(() => Volatile.Read(ref _readers) == 0);

    public readonly struct ReadLease(JournalState state) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref state._readers);
    }
}
