using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Leaderboards;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Participants;

/// <summary>How a participant's entries are kept.</summary>
internal sealed partial class ParticipantLedger
{
    /// <summary>Whether one append may hold one entry more: it ends where a snapshot is due.</summary>
    public bool HasRoomAfter(int entries) => entries == 0 || (_stream.Version + entries) % SnapshotEvery != 0;

    /// <summary>Keeps events, all or none; they count when this returns.</summary>
    /// <param name="staged">At least one, and no more than <see cref="HasRoomAfter"/> allows.</param>
    /// <param name="ticket">The pool's append that the events rest on, or 0.</param>
    /// <exception cref="PrecedentRefusedException">The pool's append was refused; the ledger must be loaded again.</exception>
    public Task RecordAsync(IReadOnlyList<StagedEvent> staged, long ticket)
    {
        var entries = new NewEntry[staged.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var (request, stored, after) = staged[i];
            _ids.Add(stored.EventIdHash, _stream.Version + 1 + i);
            UserId = request.UserId;
            DisplayName = request.DisplayName ?? DisplayName;
            entries[i] = Entry(stored, after.LastEntryAt, request.EventId, request.Metadata);
        }

        return AppendAsync(entries, staged[^1].After, SummaryOf(staged[^1].After), ticket);
    }

    /// <summary>Keeps what is no event; it counts when this returns.</summary>
    /// <param name="after">The state with the entry applied.</param>
    /// <param name="userId">Whose entry it is; null when that is known.</param>
    /// <param name="referrerId">Of an entry that begins a referral.</param>
    public Task AppendAsync(StoredParticipantEntry entry, Participant after, string? userId = null, string? referrerId = null)
    {
        Note(entry, _stream.Version + 1);
        UserId = userId ?? UserId;
        // What begins a referral changes nothing that a summary says, and may be blanked later, its summary's names included.
        return AppendAsync(
            [Entry(entry, after.LastEntryAt, referrerId: referrerId)], after, referrerId is null ? SummaryOf(after) : null);
    }

    /// <summary>Keeps a new display name; it counts when this returns.</summary>
    /// <param name="after">The state with the entry applied.</param>
    public Task NameAsync(string displayName, Participant after)
    {
        DisplayName = displayName;
        return AppendAsync(new StoredNamed(), after);
    }

    /// <summary>Forgets who the participant is, with a snapshot and a summary that name nobody.</summary>
    /// <param name="after">The state with the entries applied.</param>
    /// <param name="late">What comes before it in the same commit, naming nobody; null is nothing.</param>
    public Task EraseAsync(Participant after, StoredParticipantEntry? late = null)
    {
        (UserId, DisplayName) = ("", "");
        StoredParticipantEntry[] entries = late is null ? [new StoredErased()] : [late, new StoredErased()];
        for (var i = 0; i < entries.Length; i++)
            Note(entries[i], _stream.Version + 1 + i);
        return AppendAsync([.. entries.Select(entry => Entry(entry, after.LastEntryAt))], after, SummaryOf(after), takesSnapshot: true);
    }

    private NewEntry Entry(
        StoredParticipantEntry entry, DateTimeOffset time, string? eventId = null, byte[]? metadata = null, string? referrerId = null) => new(
        time,
        codec.Encode(entry),
        UserId.Length == 0 ? default : codec.Encode(new StoredPersonal(UserId, DisplayName, eventId, metadata) { ReferrerId = referrerId }));

    /// <summary>Null while there is nobody yet; of who was erased one that names nobody.</summary>
    private Summary? SummaryOf(Participant state) => state.JoinedAt is { } joinedAt
        ? new Summary(state.TotalPoints, state.EventsCount, joinedAt, state.ReachedAt, UserId, DisplayName)
        {
            Plays = state.Plays.Total,
            Wins = state.Wins,
        }
        : ErasedAt == 0 ? null
        : new Summary(Points: 0, Events: 0, state.LastEntryAt, state.LastEntryAt, UserId: "", DisplayName: "");

    private void Forward(Summary? summary)
    {
        if (summary is not null)
            forwarding.Add(_campaign, Scores.ToChange(stream.Key, _stream.Version, summary));
    }

    private async Task AppendAsync(NewEntry[] entries, Participant after, Summary? summary, long ticket = 0, bool takesSnapshot = false)
    {
        takesSnapshot |= (_stream.Version + entries.Length) % SnapshotEvery == 0;
        var leaving = takesSnapshot ? _ids.RemoveOldest() : [];
        // Begun here and not by AppendAsync, which would be one more method to wait in for every event.
        var (_, committed) = _stream.Begin(new Append
        {
            Entries = entries,
            Snapshot = takesSnapshot
                ? codec.Encode(ParticipantStorage.ToStored(after, _ids, _referralBegunAt, ErasedAt))
                : default(ReadOnlyMemory<byte>?),
            Summary = summary,
            UniqueKeys = leaving,
            After = ticket,
            Pending = State.HasWork == after.HasWork ? PendingMark.Unchanged
                : after.HasWork ? PendingMark.Set
                : PendingMark.Cleared,
        });
        try
        {
            await committed;
        }
        catch (Exception exception)
        {
            _stream.Fail(exception);
            _hasFailed = true;
            throw;
        }

        State = after;
        Forward(summary);
    }
}
