namespace CampaignEngine.Journal.AzureTables;

/// <summary>
/// One partition's appends: exactly one transaction is in flight, and what arrives meanwhile goes out in the next one.
/// The queue is as long as there are callers: each stream has one append in flight, and who limits requests limits it.
/// </summary>
internal sealed class PartitionCommitter(JournalTable table)
{
    private readonly Lock _lock = new();
    private readonly Queue<AppendWork> _waiting = new();
    private readonly Backoff _backoff = new(table.Times);
    private Task _running = Task.CompletedTask;
    private bool _isRunning;
    private bool _closed;

    /// <exception cref="JournalStoppedException">The journal is closed.</exception>
    public void Add(AppendWork work)
    {
        lock (_lock)
        {
            if (_closed) throw new JournalStoppedException("The journal is closed.");
            _waiting.Enqueue(work);
            if (_isRunning) return;
            _isRunning = true;
            _running = Task.Run(RunAsync);
        }
    }

    /// <summary>Answers what waits, and takes nothing more.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            _closed = true;
            return _running;
        }
    }

    private async Task RunAsync()
    {
        var works = new List<AppendWork>();
        var streams = new HashSet<StreamId>();
        while (Take(works, streams))
        {
            try
            {
                await new Commit(table, _backoff, works).RunAsync().ConfigureAwait(false);
            }
            catch (Exception e)
            {
                // A mistake of ours: nobody may wait for ever because of it, and nothing is known.
                foreach (var work in works) work.Fail(new OutcomeUnknownException("The commit failed in a way that says nothing.", e));
                works.Clear();
            }

            streams.Clear();
        }
    }

    /// <summary>Takes from the front what one transaction may hold: of a stream one append, since no row may stand in it twice.</summary>
    private bool Take(List<AppendWork> works, HashSet<StreamId> streams)
    {
        lock (_lock)
        {
            int rows = 0, bytes = 0;
            while (_waiting.TryPeek(out var next)
                && rows + next.Actions.Count <= Transaction.MaxRows
                && bytes + next.RequestBytes <= Transaction.MaxRequestBytes
                && streams.Add(next.Stream))
            {
                rows += next.Actions.Count;
                bytes += next.RequestBytes;
                works.Add(_waiting.Dequeue());
            }

            return _isRunning = works.Count > 0;
        }
    }
}
