using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Grains.Participants;

/// <summary>
/// Events that came in one call, and how far they have come. Each is decided on the state with those before it; what is
/// decided is staged and kept in one append, so that either all of it counts or none, and nothing is answered before that.
/// </summary>
internal sealed class EventRun(IReadOnlyList<RecordEventRequest> requests)
{
    private readonly RecordEventReply[] _replies = new RecordEventReply[requests.Count];
    private readonly List<StagedEvent> _staged = [];

    /// <summary>The first event whose reply is not proven yet.</summary>
    private int _first;
    private int _next;

    public bool IsEnded => _first == requests.Count;

    public bool HasNext => _next < requests.Count;

    public RecordEventRequest Next => requests[_next];

    /// <summary>With what is staged.</summary>
    public Participant State { get; private set; } = Participant.New;

    /// <summary>In the order of the entries that they become.</summary>
    public IReadOnlyList<StagedEvent> Staged => _staged;

    /// <summary>The pool's append that the staged events rest on, or 0.</summary>
    public long Ticket { get; private set; }

    /// <summary>Whether something is answered that no append proves.</summary>
    public bool NeedsProof { get; private set; }

    /// <summary>In the order of the requests.</summary>
    public RecordEventReply[] Replies => _replies;

    /// <summary>Forgets what was not proven: the events from there on are decided (again) on this state.</summary>
    public void Begin(Participant state)
    {
        _staged.Clear();
        (_next, State, Ticket, NeedsProof) = (_first, state, 0, false);
    }

    /// <summary>The ledger went on by itself, while nothing was staged.</summary>
    public void Rebase(Participant state) => State = state;

    public bool IsStaged(UInt128 idHash) => _staged.Exists(one => one.Stored.EventIdHash == idHash);

    public void Stage(StoredEvent stored, Participant after, long ticket)
    {
        _staged.Add(new StagedEvent(Next, stored, after));
        (State, Ticket) = (after, ticket == 0 ? Ticket : ticket);
        Answer(new RecordEventReply(RecordEventStatus.Recorded, EventAnswer.Of(stored, Next.EventId), Replayed: false));
    }

    /// <param name="needsProof">Another activation may know better; see <see cref="NeedsProof"/>.</param>
    public void Refuse(RecordEventStatus status, bool needsProof)
    {
        NeedsProof |= needsProof;
        Answer(RecordEventReply.Refused(status));
    }

    public void Answer(RecordEventReply reply) => _replies[_next++] = reply;

    /// <summary>What was decided until here is committed or read to be the newest.</summary>
    public void Prove() => _first = _next;

    /// <summary>Nothing more is tried. What was not proven gets this status, and so does what comes after it: events keep their order.</summary>
    public void End(RecordEventStatus status)
    {
        for (; _first < requests.Count; _first++)
            _replies[_first] = RecordEventReply.Refused(status);
    }
}

/// <param name="After">The state with the event applied.</param>
internal sealed record StagedEvent(RecordEventRequest Request, StoredEvent Stored, Participant After)
{
    /// <summary>The award that the pool numbered the event's play with; 0 when it numbered none.</summary>
    public long Award => Stored.Play is { } play ? play.Win?.Award ?? play.LosingAward : 0;
}
