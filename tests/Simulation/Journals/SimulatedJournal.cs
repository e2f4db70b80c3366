using System.Runtime.CompilerServices;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Simulation.Tests.Scheduling;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Simulation.Tests.Journals;

/// <summary>
/// The storage of all silos, in the loop's time: the rows and refusals of <see cref="MemoryJournal"/>, with faults and
/// delays before and after each of its steps. What is on its way there outlives whoever sent it.
/// </summary>
internal class SimulatedJournal(Loop loop, JournalFaults faults) : IJournal
{
    private readonly Dictionary<StreamId, MemoryStreamRows> _streams = [];

    protected Loop Loop => loop;

    protected JournalFaults Faults => faults;

    public virtual Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append)
    {
        AppendLimits.Check(head, append);
        var answer = NewAnswer<StreamHead>();
        switch (faults.Fate())
        {
            case AppendFate.Kept:
                Later(answer, () => Commit(stream, head, append));
                break;
            case AppendFate.KeptSilently:
                Later(answer, () =>
                {
                    Commit(stream, head, append);
                    throw JournalFaults.Unknown();
                });
                break;
            case AppendFate.Lost:
                Later(answer, () => throw JournalFaults.Unknown());
                break;
            case AppendFate.Late:
                Later(answer, () => throw JournalFaults.Unknown());
                loop.After(faults.Lateness(), () => CommitLate(stream, head, append));
                break;
            case AppendFate.Refused:
                Later(answer, () => throw JournalFaults.Unavailable());
                break;
            default:
                throw new InvalidOperationException("Unknown fate.");
        }

        return answer.Task;
    }

    public async ValueTask<StreamRecord> ReadAsync(StreamId stream, CancellationToken cancellationToken = default) =>
        await Later(() => RowsOf(stream).Read());

    public async IAsyncEnumerable<JournalEntry> ReadEntriesAsync(
        StreamId stream, long fromVersion, bool backwards = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var entry in await Later(() => RowsOf(stream).ReadEntries(fromVersion, backwards)))
            yield return entry;
    }

    public async IAsyncEnumerable<StreamSummary> ReadSummariesAsync(
        Bucket bucket, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var summary in await Later(() => Select(rows => rows.Stream.Bucket == bucket ? rows.ReadSummary() : null)))
            yield return summary;
    }

    public async ValueTask<long?> FindByKeyAsync(StreamId stream, UInt128 uniqueKey, CancellationToken cancellationToken = default) =>
        await Later(() => RowsOf(stream).FindByKey(uniqueKey));

    public async IAsyncEnumerable<StreamId> ReadPendingAsync(
        Scope scope, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var rows in await Later(() => Select(rows => rows.IsPending && rows.Stream.Scope == scope ? rows : null)))
            yield return rows.Stream;
    }

    public Task RedactAsync(StreamId stream, long version) => Later(() =>
    {
        RowsOf(stream).Redact(version);
        return true;
    });

    public Task RemoveAsync(Scope scope, StreamKind kind) => throw new NotSupportedException("No campaign is deleted here.");

    /// <summary>What the rows say of an append; the place for a deliberate bug.</summary>
    protected virtual StreamHead Commit(MemoryStreamRows rows, StreamHead head, Append append) => rows.Append(head, append);

    protected StreamHead Commit(StreamId stream, StreamHead head, Append append)
    {
        var added = Commit(RowsOf(stream), head, append);
        foreach (var entry in append.Entries)
            loop.Trace.Add(entry.Public.Span);
        return added;
    }

    /// <summary>Does something there after one delay, and says what came of it after another.</summary>
    protected void Later<T>(TaskCompletionSource<T> answer, Func<T> step) => loop.After(faults.Delay(), () =>
    {
        try
        {
            var done = step();
            loop.After(faults.Delay(), () => answer.TrySetResult(done));
        }
        catch (Exception exception)
        {
            loop.After(faults.Delay(), () => answer.TrySetException(exception));
        }
    });

    protected static TaskCompletionSource<T> NewAnswer<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task<T> Later<T>(Func<T> read)
    {
        var answer = NewAnswer<T>();
        var fails = faults.FailsRead();
        Later(answer, () => fails ? throw JournalFaults.Unavailable() : read());
        return answer.Task;
    }

    private void CommitLate(StreamId stream, StreamHead head, Append append)
    {
        try
        {
            Commit(stream, head, append);
        }
        catch (Exception exception) when (exception is VersionConflictException or UniqueKeyTakenException)
        {
            // The fence has been passed since.
        }
    }

    private MemoryStreamRows RowsOf(StreamId stream)
    {
        if (!_streams.TryGetValue(stream, out var rows))
            _streams.Add(stream, rows = new MemoryStreamRows(stream));
        return rows;
    }

    private List<T> Select<T>(Func<MemoryStreamRows, T?> selector) where T : class => [.. _streams.Values.Select(selector).OfType<T>()];
}
