using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Participants;

/// <summary>
/// A participant and its stream. After a failed append it is not current, and must be loaded again before anything is
/// asked of it.
/// </summary>
internal sealed class ParticipantLedger(IJournal journal, StreamId stream, EntryCodec codec)
{
    private const int SnapshotEvery = 32;

    private readonly GrainStream _stream = new(journal, stream);
    private RecentEventIds _ids = new();

    public bool IsCurrent => _stream.IsCurrent;

    public Participant State { get; private set; } = Participant.New;

    /// <summary>Empty while nobody is known to be the participant.</summary>
    public string UserId { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    /// <summary>The version of the entry that began the referral; 0 when nobody referred the participant.</summary>
    private long _referralBegunAt;

    public Task LoadAsync() => _stream.ReadAsync(FoldAsync);

    private async Task FoldAsync(StreamRecord record)
    {
        (State, _ids, UserId, DisplayName, _referralBegunAt) = (Participant.New, new RecentEventIds(), "", "", 0);
        if (record.Snapshot is { } snapshot)
        {
            var kept = codec.Decode<StoredParticipant>(snapshot.State);
            State = ParticipantStorage.FromStored(kept);
            _ids = RecentEventIds.Unpack(kept.EventIds, kept.HasOlderEventIds);
            _referralBegunAt = kept.Referral?.BegunAt ?? 0;
            if (record.Entries.Count == 0 && await _stream.ReadEntryAsync(record.Head.Version) is { } newest)
                SetPerson(newest);
        }

        foreach (var entry in record.Entries)
        {
            var stored = codec.Decode<StoredParticipantEntry>(entry.Public);
            Note(stored, entry.Version);
            State = State.Apply(ParticipantStorage.FromStored(stored), entry.Time);
        }

        if (record.Entries.Count > 0)
            SetPerson(record.Entries[^1]);
    }

    /// <summary>For answers that append nothing, which no fence proves: asks whether this is still the newest version.</summary>
    /// <exception cref="VersionConflictException">Another activation wrote since; the ledger must be loaded again.</exception>
    public async Task CheckHeadAsync()
    {
        var next = _stream.Version + 1;
        if (await _stream.IsNewestAsync())
            return;
        _stream.Forget();
        throw _stream.Conflict(next);
    }

    /// <summary>The entry that answered a request with this id, or null when there is none.</summary>
    public async ValueTask<IStoredAnswer?> FindAnswerAsync(UInt128 idHash) => await FindAsync<IStoredAnswer>(idHash);

    /// <summary>The entry of a request with this id, or null when there is none.</summary>
    public async ValueTask<T?> FindAsync<T>(UInt128 idHash) where T : class, IStoredRequest
    {
        var version = _ids.Find(idHash);
        if (version is null && _ids.HasOlder)
            version = await journal.FindByKeyAsync(stream, idHash);
        if (version is null)
            return null;

        var entry = await _stream.ReadEntryAsync(version.Value)
            ?? throw new JournalDamagedException($"Entry {version}, which a key names, is missing.");
        return codec.Decode<StoredParticipantEntry>(entry.Public) as T
            ?? throw new JournalDamagedException($"Entry {version} is not of the request that its key says.");
    }

    /// <summary>A win, whether it was taken back or not, or null when there is none. Reads entries, newest first, down to it.</summary>
    public async ValueTask<FoundWin?> FindWinAsync(long award)
    {
        long? voided = null;
        await foreach (var entry in journal.ReadEntriesAsync(stream, long.MaxValue, backwards: true))
        {
            switch (codec.Decode<StoredParticipantEntry>(entry.Public))
            {
                case StoredWinVoided one when one.Award == award:
                    voided = one.Points;
                    break;
                case StoredEvent { Play: { Win: { } win } play } when win.Award == award:
                    return new FoundWin(play.Number, win.WinCode, win.WonAt, voided);
            }
        }

        return null;
    }

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

        return AppendAsync(entries, staged[^1].After, ticket);
    }

    /// <summary>Keeps what is no event; it counts when this returns.</summary>
    /// <param name="after">The state with the entry applied.</param>
    /// <param name="userId">Whose entry it is; null when that is known.</param>
    public Task AppendAsync(
        StoredParticipantEntry entry, Participant after, PendingMark pending = PendingMark.Unchanged, string? userId = null, string? referrerId = null)
    {
        Note(entry, _stream.Version + 1);
        UserId = userId ?? UserId;
        var written = Entry(entry, after.LastEntryAt, eventId: null, metadata: null, referrerId);
        // What begins a referral changes nothing that a summary says, and is blanked later, its summary's names included.
        return AppendAsync([written], after, pending: pending, hasSummary: referrerId is null);
    }

    /// <summary>Keeps a new display name; it counts when this returns.</summary>
    /// <param name="after">The state with the entry applied.</param>
    public Task NameAsync(string displayName, Participant after)
    {
        DisplayName = displayName;
        return AppendAsync(new StoredNamed(), after);
    }

    /// <summary>The user id of the referrer; null when it was blanked.</summary>
    public async Task<string?> FindReferrerIdAsync() =>
        await _stream.ReadEntryAsync(_referralBegunAt) is { Personal.IsEmpty: false } begun
            ? codec.Decode<StoredPersonal>(begun.Personal).ReferrerId
            : null;

    /// <summary>Blanks the entry that began the referral, which names the referrer.</summary>
    public Task ForgetReferrerIdAsync() => journal.RedactAsync(stream, _referralBegunAt);

    private void Note(StoredParticipantEntry entry, long version)
    {
        if (entry is IStoredRequest request)
            _ids.Add(request.IdHash, version);
        if (entry is StoredReferralBegun)
            _referralBegunAt = version;
    }

    private NewEntry Entry(
        StoredParticipantEntry entry, DateTimeOffset time, string? eventId, byte[]? metadata, string? referrerId = null) => new(
        time,
        codec.Encode(entry),
        UserId.Length == 0 ? default : codec.Encode(new StoredPersonal(UserId, DisplayName, eventId, metadata) { ReferrerId = referrerId }));

    private async Task AppendAsync(
        NewEntry[] entries, Participant after, long ticket = 0, PendingMark pending = PendingMark.Unchanged, bool hasSummary = true)
    {
        var takeSnapshot = (_stream.Version + entries.Length) % SnapshotEvery == 0;
        var leaving = takeSnapshot ? _ids.RemoveOldest() : [];
        // Begun here and not by AppendAsync, which would be one more method to wait in for every event.
        var (_, committed) = _stream.Begin(new Append
        {
            Entries = entries,
            Snapshot = takeSnapshot ? codec.Encode(ParticipantStorage.ToStored(after, _ids, _referralBegunAt)) : default(ReadOnlyMemory<byte>?),
            Summary = hasSummary && after.JoinedAt is { } joinedAt
                ? new Summary(after.TotalPoints, after.EventsCount, joinedAt, after.ReachedAt, UserId, DisplayName)
                : null,
            UniqueKeys = leaving,
            After = ticket,
            Pending = pending,
        });
        try
        {
            await committed;
        }
        catch (Exception exception)
        {
            _stream.Fail(exception);
            throw;
        }

        State = after;
    }

    private void SetPerson(JournalEntry newest)
    {
        if (newest.Personal.IsEmpty)
            return;
        var person = codec.Decode<StoredPersonal>(newest.Personal);
        (UserId, DisplayName) = (person.UserId, person.DisplayName);
    }
}

/// <param name="Play">The play that won.</param>
/// <param name="VoidedPoints">What was taken when the win was taken back; null while it stands.</param>
internal readonly record struct FoundWin(long Play, string WinCode, DateTimeOffset WonAt, long? VoidedPoints);
