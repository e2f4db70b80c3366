using CampaignEngine.Journal;
using CampaignEngine.Journal.Entries;
using CampaignEngine.Simulation.Tests.Scheduling;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Simulation.Tests.Journals;

/// <summary>
/// A storage that commits appends in the order in which they began, as an embedded one does. It knows no unknown outcome:
/// a write that fails ends its process, and with it whoever waits.
/// </summary>
/// <param name="crash">Ends every process.</param>
internal sealed class OrderedSimulatedJournal(Loop loop, JournalFaults faults, Action crash)
    : SimulatedJournal(loop, faults), IOrderedJournal
{
    private readonly Queue<Begun> _begun = new();
    private readonly HashSet<long> _refused = [];

    /// <summary>What became of the heads that were promised: personal parts are salted, so a row written twice differs.</summary>
    private readonly Dictionary<(StreamId Stream, StreamHead Promised), StreamHead> _kept = [];
    private long _lastTicket;

    /// <summary>Commits of a process that is gone are none.</summary>
    private int _process;

    public override async Task<StreamHead> AppendAsync(StreamId stream, StreamHead head, Append append) =>
        await BeginAppend(stream, head, append).Committed;

    public BegunAppend BeginAppend(StreamId stream, StreamHead head, Append append)
    {
        AppendLimits.Check(head, append);
        var begun = new Begun(++_lastTicket, stream, head, HeadAfter(stream, head, append), append, NewAnswer<StreamHead>());
        _begun.Enqueue(begun);
        if (_begun.Count == 1)
            CommitNextLater();
        return new BegunAppend(begun.Ticket, begun.Promised, begun.Answer.Task);
    }

    private static StreamHead HeadAfter(StreamId stream, StreamHead head, Append append)
    {
        for (var i = 0; i < append.Entries.Count; i++)
        {
            var summary = i == append.Entries.Count - 1 ? append.Summary : null;
            head = EntryCodec.Write(new byte[EntryCodec.SizeOf(append.Entries[i], summary)], stream, head, append.Entries[i], summary);
        }

        return head;
    }

    private void CommitNextLater()
    {
        var process = _process;
        Loop.After(Faults.Delay(), () =>
        {
            if (process == _process)
                CommitNext();
        });
    }

    private void CommitNext()
    {
        if (Faults.Fate() != AppendFate.Kept)
        {
            _process++;
            _begun.Clear();
            crash();
            return;
        }

        var next = _begun.Dequeue();
        try
        {
            if (_refused.Contains(next.Append.After))
                throw new PrecedentRefusedException(next.Stream);
            var added = Commit(next.Stream, _kept.GetValueOrDefault((next.Stream, next.Head), next.Head), next.Append);
            _kept[(next.Stream, next.Promised)] = added;
            Loop.After(Faults.Delay(), () => next.Answer.TrySetResult(added));
        }
        catch (Exception exception)
        {
            _refused.Add(next.Ticket);
            Loop.After(Faults.Delay(), () => next.Answer.TrySetException(exception));
        }

        if (_begun.Count > 0)
            CommitNextLater();
    }

    private sealed record Begun(
        long Ticket, StreamId Stream, StreamHead Head, StreamHead Promised, Append Append, TaskCompletionSource<StreamHead> Answer);
}
