using CampaignEngine.Grains.Audits.Stored;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Audits;

[GrainType("audit")]
internal sealed class AuditGrain : Grain, IAuditGrain
{
    public const int MaxDetailBytes = 64 * 1024;
    public const int MaxPage = 101;

    /// <summary>The state, with each entry, only so that the stream is read from near its end: the entries are all there is to know.</summary>
    private static readonly byte[] s_nothing = [0];

    private readonly IJournal _journal;
    private readonly GrainStream _stream;
    private readonly EntryCodec _codec;
    private readonly TimeProvider _time;
    private DateTimeOffset _lastEntryAt;

    public AuditGrain(IGrainContext context, IJournal journal, EntryCodec codec, TimeProvider time)
        : base(context)
    {
        var campaign = CampaignKey.Parse(context.GrainId.Key.ToString());
        _stream = new GrainStream(journal, StreamNames.Audit(campaign));
        (_journal, _codec, _time) = (journal, codec, time);
    }

    public async Task Record(AuditAction action)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(action.Detail.Length, MaxDetailBytes);
        await Attempts.RunAsync(async () =>
        {
            if (!_stream.IsCurrent)
                await LoadAsync();
            var now = MonotonicTime.Max(_time.GetUtcNow(), _lastEntryAt);
            await _stream.AppendAsync(new Append
            {
                Entries = [new NewEntry(now, _codec.Encode(new StoredAuditEntry(action.Actor, action.Action, action.Detail)))],
                Snapshot = s_nothing,
            });
            _lastEntryAt = now;
        }, DeactivateOnIdle);
    }

    public async ValueTask<IReadOnlyList<AuditRecord>> Read(long? before, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxPage);
        List<AuditRecord> records = [];
        if (before <= 1)
            return records;
        await foreach (var entry in _journal.ReadEntriesAsync(_stream.Stream, before - 1 ?? long.MaxValue, backwards: true))
        {
            var kept = _codec.Decode<StoredAuditEntry>(entry.Public);
            records.Add(new AuditRecord(entry.Version, entry.Time, new AuditAction(kept.Actor, kept.Action, kept.Detail)));
            if (records.Count == limit)
                break;
        }

        return records;
    }

    private Task LoadAsync() => _stream.ReadAsync(async record => _lastEntryAt = await _stream.LastEntryAtAsync(record));
}
