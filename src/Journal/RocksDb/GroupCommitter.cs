using System.Diagnostics;
using CampaignEngine.Journal.Diagnostics;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>
/// One thread that writes. While a commit runs others queue, and all of them go out together in the next one; there is
/// no timer. After the first failed write nothing is answered any more except that the journal has stopped.
/// </summary>
internal sealed class GroupCommitter
{
    private const string Backend = "rocksdb";

    private readonly RocksDbStore _store;
    private readonly MarkFile _mark;
    private readonly JournalState _state;
    private readonly CommitQueue _queue;
    private readonly RocksDbJournalOptions _options;
    private readonly IDisposable _watch;
    private readonly Thread _thread;

    public GroupCommitter(RocksDbStore store, MarkFile mark, JournalState state, RocksDbJournalOptions options)
    {
        _store = store;
        _mark = mark;
        _state = state;
        _options = options;
        _queue = new CommitQueue(state);
        _watch = QueueMetrics.Watch(Backend, () => _queue.Length);
        _thread = new Thread(Run) { IsBackground = true, Name = "Journal committer" };
        _thread.Start();
    }

    /// <exception cref="JournalStoppedException">The journal has failed or is closed.</exception>
    public void Add(CommitWork work) => _queue.Add(work);

    /// <summary>Commits what is queued and ends the thread.</summary>
    public void Close()
    {
        _queue.Close();
        _thread.Join();
        _watch.Dispose();
    }

    private void Run()
    {
        using var batch = new CommitBatch(_store);
        var works = new List<CommitWork>();
        var refusals = new List<Exception?>();
        while (_queue.Take(works))
        {
            try
            {
                Commit(batch, works, refusals);
                Answer(works, refusals);
            }
            catch (Exception e)
            {
                Stop(e, works);
            }

            batch.Clear();
            works.Clear();
            refusals.Clear();
        }
    }

    private void Commit(CommitBatch batch, List<CommitWork> works, List<Exception?> refusals)
    {
        if (_state.HasFailed) throw _state.Stopped();
        var start = CommitMetrics.IsEnabled ? Stopwatch.GetTimestamp() : 0;
        var bytes = 0L;
        foreach (var work in works)
        {
            bytes += work.Bytes;
            refusals.Add(Stage(batch, work));
        }

        if (batch.IsEmpty) return;
        _options.BeforeWrite?.Invoke();
        batch.Write();
        // Before any answer: opening must refuse when what was answered is not recovered.
        _mark.Store(_store.LatestSequenceNumber);
        CommitMetrics.Record(Backend, works.Count, bytes, start);
    }

    private static Exception? Stage(CommitBatch batch, CommitWork work)
    {
        try
        {
            work.Stage(batch);
            return null;
        }
        catch (Exception e) when (e is VersionConflictException or PrecedentRefusedException
            or JournalDamagedException or ArgumentException or InvalidOperationException)
        {
            batch.Refuse(work.Ticket);
            return e;
        }
    }

    private static void Answer(List<CommitWork> works, List<Exception?> refusals)
    {
        for (var i = 0; i < works.Count; i++)
        {
            if (refusals[i] is { } refusal) works[i].Fail(refusal);
            else works[i].Succeed();
        }
    }

    private void Stop(Exception failure, List<CommitWork> works)
    {
        var first = _state.Fail(failure);
        _queue.Close();
        var stopped = _state.Stopped();
        foreach (var work in works) work.Fail(stopped);
        if (!first) return;

        // Those who came while the write ran hear it before the host is told, for the host ends the process.
        var waiting = new List<CommitWork>();
        while (_queue.Take(waiting))
        {
            foreach (var work in waiting) work.Fail(stopped);
            waiting.Clear();
        }

        _options.OnFatal?.Invoke(failure);
    }
}
