namespace CampaignEngine.Journal.RocksDb;

/// <summary>
/// What waits for the next commit. It is as long as there are callers: each stream has one append in flight, and who
/// limits requests limits it.
/// </summary>
internal sealed class CommitQueue(JournalState state)
{
    private const int MaxBatchBytes = 8 * 1024 * 1024;

    private readonly object _lock = new();
    private readonly Queue<CommitWork> _waiting = new();
    private long _lastTicket;
    private bool _closed;

    /// <summary>How much waits, read without the lock: right at some moment, which is all that a gauge says.</summary>
    public int Length => _waiting.Count;

    /// <exception cref="JournalStoppedException">Nothing is taken any more.</exception>
    public void Add(CommitWork work)
    {
        lock (_lock)
        {
            if (_closed) throw state.Stopped();
            work.Ticket = ++_lastTicket;
            _waiting.Enqueue(work);
            if (_waiting.Count == 1) Monitor.Pulse(_lock);
        }
    }

    /// <summary>Waits for work and moves what fits into one commit; false when closed and empty.</summary>
    public bool Take(List<CommitWork> batch)
    {
        lock (_lock)
        {
            while (_waiting.Count == 0)
            {
                if (_closed) return false;
                Monitor.Wait(_lock);
            }

            var bytes = 0;
            while (_waiting.TryPeek(out var next) && (batch.Count == 0 || bytes + next.Bytes <= MaxBatchBytes))
            {
                bytes += next.Bytes;
                batch.Add(_waiting.Dequeue());
            }

            return true;
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            Monitor.Pulse(_lock);
        }
    }
}
