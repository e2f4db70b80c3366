using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Leaderboards;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Participants;

/// <summary>
/// A participant and its stream. After a failed append it is not current, and must be loaded again before anything is
/// asked of it.
/// </summary>
internal sealed partial class ParticipantLedger(IJournal journal, StreamId stream, EntryCodec codec, ScoreForwarding forwarding)
{
    private const int SnapshotEvery = 32;

    private readonly GrainStream _stream = new(journal, stream);
    private readonly CampaignId _campaign = StreamNames.CampaignOf(stream.Scope);
    private RecentEventIds _ids = new();
    private bool _hasFailed;

    /// <summary>The version of the entry that began the referral; 0 when nobody referred the participant.</summary>
    private long _referralBegunAt;

    public bool IsCurrent => _stream.IsCurrent;

    public Participant State { get; private set; } = Participant.New;

    /// <summary>Empty while nobody is known to be the participant.</summary>
    public string UserId { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    /// <summary>The version of the newest entry that erased the person; 0 when there is none.</summary>
    public long ErasedAt { get; private set; }

    /// <summary>Whether the person was erased and did not come back.</summary>
    public bool IsGone => ErasedAt != 0 && UserId.Length == 0;

    public async Task LoadAsync()
    {
        await _stream.ReadAsync(FoldAsync);
        // What failed may have been kept all the same, and nobody has told the leaderboard.
        if (_hasFailed)
            Forward(SummaryOf(State));
        _hasFailed = false;
    }

    private async Task FoldAsync(StreamRecord record)
    {
        (State, _ids, UserId, DisplayName) = (Participant.New, new RecentEventIds(), "", "");
        (_referralBegunAt, ErasedAt) = (0, 0);
        if (record.Snapshot is { } snapshot)
        {
            var kept = codec.Decode<StoredParticipant>(snapshot.State);
            State = ParticipantStorage.FromStored(kept);
            _ids = RecentEventIds.Unpack(kept.EventIds, kept.HasOlderEventIds);
            (_referralBegunAt, ErasedAt) = (kept.Referral?.BegunAt ?? 0, kept.ErasedAt);
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
        var isErased = false;
        await foreach (var entry in journal.ReadEntriesAsync(stream, long.MaxValue, backwards: true))
        {
            switch (codec.Decode<StoredParticipantEntry>(entry.Public))
            {
                case StoredWinVoided one when one.Award == award:
                    voided = one.Points;
                    break;
                case StoredErased:
                    isErased = true;
                    break;
                case StoredEvent { Play: { Win: { } win } play } when win.Award == award:
                    return new FoundWin(play.Number, win.WinCode, win.WonAt, voided, isErased);
            }
        }

        return null;
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
        if (entry is IStoredAnswer answered && answered.OtherIdHash != 0)
            _ids.Add(answered.OtherIdHash, version);
        if (entry is StoredReferralBegun)
            _referralBegunAt = version;
        if (entry is StoredErased)
            ErasedAt = version;
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
/// <param name="IsErased">Whether the winner was erased since.</param>
/// <param name="VoidedPoints">What was taken when the win was taken back; null while it stands.</param>
internal readonly record struct FoundWin(long Play, string WinCode, DateTimeOffset WonAt, long? VoidedPoints, bool IsErased);
