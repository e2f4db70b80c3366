using System.Diagnostics;
using CampaignEngine.Journal.Diagnostics;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>
/// Appends of one partition that go out in one transaction, until each has its answer. An append that the store refuses
/// fails alone and the rest goes again; the first that must be answered sets the time for all.
/// Each round but those of a busy store answers somebody or drops a delete, and a busy store's end with the time: it ends.
/// </summary>
internal sealed class Commit
{
    private readonly JournalTable _table;
    private readonly CommitTimes _times;
    private readonly Backoff _backoff;
    private readonly List<AppendWork> _works;
    private readonly Guid _batch = Guid.NewGuid();
    private readonly ReadBack _readBack;
    private bool _mayBeWritten;

    /// <param name="works">Of one partition and of different streams; emptied as they are answered.</param>
    public Commit(JournalTable table, Backoff backoff, List<AppendWork> works)
    {
        _table = table;
        _times = table.Times;
        _backoff = backoff;
        _works = works;
        _readBack = new ReadBack(table, _batch);
        foreach (var work in works) work.SetBatch(_batch);
    }

    public async Task RunAsync()
    {
        while (_works.Count > 0)
        {
            var left = LeftForTrying(_works.Min(work => work.Deadline.Left));
            if (left < _times.ShortestAttempt)
            {
                await GiveUpAsync().ConfigureAwait(false);
                continue;
            }

            if (_backoff.Wait > TimeSpan.Zero) await Task.Delay(_backoff.Wait, _times.Clock).ConfigureAwait(false);
            await TryAsync(left).ConfigureAwait(false);
        }
    }

    private async Task TryAsync(TimeSpan left)
    {
        var start = CommitMetrics.IsEnabled ? Stopwatch.GetTimestamp() : 0;
        Transaction tried;
        using (var timeout = new CancellationTokenSource(left < _times.Attempt ? left : _times.Attempt, _times.Clock))
            tried = await Transaction.TryAsync(_table.Writes, _works.SelectMany(work => work.Actions), timeout.Token).ConfigureAwait(false);

        switch (tried.Result)
        {
            case TransactionResult.Written:
                _backoff.Committed();
                CommitMetrics.Record("azure-tables", _works.Count, _works.Sum(work => (long)work.RequestBytes), start);
                foreach (var work in _works) work.Succeed();
                _works.Clear();
                break;
            case TransactionResult.RowRefused:
                await RefuseAsync(tried.Row).ConfigureAwait(false);
                break;
            case TransactionResult.Busy:
                _mayBeWritten = true;
                _backoff.Busy();
                break;
            case TransactionResult.Unknown:
                await SettleAsync(tried.Error).ConfigureAwait(false);
                break;
            case TransactionResult.TooLarge when _works.Count > 1:
                await EachAloneAsync().ConfigureAwait(false);
                break;
            case TransactionResult.TooLarge or TransactionResult.Refused when _mayBeWritten:
                // By this try nothing was; by one before it, that a busy store answered, everything may be.
                await SettleAsync(tried.Error).ConfigureAwait(false);
                break;
            case TransactionResult.TooLarge:
                FailAll(new AppendTooLargeException("The storage says that the append is too large. Nothing was written."));
                break;
            case TransactionResult.Refused:
                FailAll(new JournalUnavailableException($"The journal's storage refuses to write: {JournalTable.Describe(tried.Error!)}.", tried.Error));
                break;
            default:
                throw new InvalidOperationException($"No transaction result {tried.Result}.");
        }
    }

    /// <summary>One row is in the way. Nothing was written by this try, but an earlier one may have been carried out late.</summary>
    private async Task RefuseAsync(int row)
    {
        using var timeout = ReadBackTime();
        var index = 0;
        foreach (var work in _works)
        {
            if (row - index is >= 0 and var action && action < work.Actions.Count)
            {
                if (work.IsPendingDelete(action)) await DropPendingDeletesAsync(timeout.Token).ConfigureAwait(false);
                else await RefuseAsync(work, action, timeout.Token).ConfigureAwait(false);
                return;
            }

            index += work.Actions.Count;
        }

        // The store did not say which row: only the fences can tell.
        await SettleAsync(null).ConfigureAwait(false);
    }

    private async Task RefuseAsync(AppendWork work, int action, CancellationToken timeout)
    {
        var fence = await _readBack.FenceAsync(work, timeout).ConfigureAwait(false);
        if (fence == FenceRow.Absent && work.UniqueKeyOf(action) is { } key)
        {
            var (_, taken) = await _readBack.FindAsync(work, TableKeys.Unique(work.Stream, key.Key), select: null, timeout).ConfigureAwait(false);
            Answer(work, taken is null ? FenceRow.Unknown : fence, null, taken is null ? null : TableStreams.UniqueKeyTaken(work.Stream, key.Key, taken));
        }
        else
        {
            Answer(work, fence, null);
        }

        _works.Remove(work);
    }

    /// <summary>The store refuses to remove what is not there; this stream's work was finished already, or never begun.</summary>
    private async Task DropPendingDeletesAsync(CancellationToken timeout)
    {
        var deletes = _works.FindAll(work => work.PendingDelete is not null);
        await Parallel.ForEachAsync(deletes, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (work, _) =>
        {
            var (known, row) = await _readBack.FindAsync(work, work.PendingDelete!, TableRow.KeyOnly, timeout).ConfigureAwait(false);
            if (known && row is null) work.DropPendingDelete();
        }).ConfigureAwait(false);
        // None was absent, or the store did not answer: another round would be the same.
        if (deletes.TrueForAll(work => work.PendingDelete is not null)) await SettleAsync(null).ConfigureAwait(false);
    }

    private async Task EachAloneAsync()
    {
        foreach (var work in _works) await new Commit(_table, _backoff, [work]).RunAsync().ConfigureAwait(false);
        _works.Clear();
    }

    /// <summary>Time for a try, after the wait for a busy store and before what is kept for reading back.</summary>
    private TimeSpan LeftForTrying(TimeSpan left) => left - _times.ReadBack - _backoff.Wait;

    /// <summary>Answers those whose time is up; when nothing was sent, the others go on without them.</summary>
    private async Task GiveUpAsync()
    {
        if (_mayBeWritten)
        {
            await SettleAsync(null).ConfigureAwait(false);
            return;
        }

        foreach (var work in _works.FindAll(work => LeftForTrying(work.Deadline.Left) < _times.ShortestAttempt))
        {
            work.Fail(new JournalUnavailableException("The journal's storage was too slow or too busy to take the append. Nothing was written."));
            _works.Remove(work);
        }
    }

    /// <summary>Reads back what is there of each append and answers all of them.</summary>
    private async Task SettleAsync(Exception? error)
    {
        using var timeout = ReadBackTime();
        var fences = await _readBack.FencesAsync(_works, timeout.Token).ConfigureAwait(false);
        for (var i = 0; i < fences.Length; i++) Answer(_works[i], fences[i], error);
        _works.Clear();
    }

    private static void Answer(AppendWork work, FenceRow fence, Exception? error, Exception? whenAbsent = null)
    {
        if (fence == FenceRow.Ours) work.Succeed();
        else if (fence == FenceRow.Others) work.Fail(new VersionConflictException(work.Stream, work.Head.Version + 1));
        else work.Fail(whenAbsent ?? new OutcomeUnknownException("The journal's storage did not say whether the append was written.", error));
    }

    private void FailAll(Exception exception)
    {
        foreach (var work in _works) work.Fail(exception);
        _works.Clear();
    }

    private CancellationTokenSource ReadBackTime()
    {
        var left = _works.Min(work => work.Deadline.Left);
        return left > TimeSpan.Zero
            ? new CancellationTokenSource(left < _times.ReadBack ? left : _times.ReadBack, _times.Clock)
            : new CancellationTokenSource(TimeSpan.Zero);
    }
}
