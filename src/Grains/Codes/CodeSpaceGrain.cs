using CampaignEngine.Domain.Codes;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Restores;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Codes;

[GrainType("code-space")]
internal sealed class CodeSpaceGrain : Grain, ICodeSpaceGrain
{
    private readonly IJournal _journal;
    private readonly GrainStream _stream;
    private readonly EntryCodec _codec;
    private readonly TimeProvider _time;
    private readonly Dictionary<Guid, CodeLease> _leases = [];

    /// <summary>In order of their numbers, with a gap after each restore.</summary>
    private readonly List<CodeLease> _ranges = [];
    private long _next;
    private RestoreCount _restores;
    private long _restoresAtLast;
    private DateTimeOffset _lastEntryAt;

    public CodeSpaceGrain(IGrainContext context, IJournal journal, EntryCodec codec, TimeProvider time)
        : base(context)
    {
        var (app, environment) = CodeSpaceKey.Parse(context.GrainId.Key.ToString());
        _stream = new GrainStream(journal, StreamNames.CodeSpace(app, environment));
        (_journal, _codec, _time) = (journal, codec, time);
    }

    public async Task<CodeRange> Lease(Guid leaseId, Guid campaign, CodeUse use, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return await Attempts.RunAsync(async () =>
        {
            if (!_stream.IsCurrent)
                await Load();
            if (_leases.TryGetValue(leaseId, out var leased))
                return leased.Range;
            var start = _restores.Count > _restoresAtLast ? CodeSpaceStart.After(_next, _restores.LastAt) : _next;
            if (count > CodePermutation.SpaceSize - start)
                throw new InvalidOperationException("The app's code space is used up.");

            var entry = new CodesLeasedOut(leaseId, campaign, use, start, count) { Restores = _restores.Count };
            var now = MonotonicTime.Max(_time.GetUtcNow(), _lastEntryAt);
            await _stream.AppendAsync(new Append { Entries = [new NewEntry(now, _codec.Encode(entry))] });
            Apply(entry, now);
            return _leases[leaseId].Range;
        }, DeactivateOnIdle);
    }

    public ValueTask<CodeLease?> Find(long number) => FindAsync(() => InRange(number));

    public ValueTask<CodeLease?> FindLease(Guid leaseId) => FindAsync(() => _leases.GetValueOrDefault(leaseId));

    /// <summary>A lease never changes; that there is none is said only of the newest version.</summary>
    private async ValueTask<CodeLease?> FindAsync(Func<CodeLease?> find)
    {
        if (!_stream.IsCurrent)
            await Load();
        else if (find() is { } known)
            return known;
        else if (!await _stream.IsNewestAsync())
            await Load();
        return find();
    }

    private CodeLease? InRange(long number)
    {
        var (low, high) = (0, _ranges.Count - 1);
        while (low <= high)
        {
            var middle = low + (high - low) / 2;
            var range = _ranges[middle].Range;
            if (number < range.Start)
                high = middle - 1;
            else if (number >= range.Start + range.Count)
                low = middle + 1;
            else
                return _ranges[middle];
        }

        return null;
    }

    private async Task Load()
    {
        // Restores come before the process begins, so they stay as they are while it runs.
        _restores = await RestoreLog.ReadAsync(_journal);
        await _stream.ReadAsync(record =>
        {
            _leases.Clear();
            _ranges.Clear();
            (_next, _restoresAtLast) = (0, 0);
            foreach (var entry in record.Entries)
                Apply(_codec.Decode<CodesLeasedOut>(entry.Public), entry.Time);
        });
    }

    private void Apply(CodesLeasedOut entry, DateTimeOffset time)
    {
        var lease = new CodeLease(entry.LeaseId, entry.Campaign, entry.Use, new CodeRange(entry.Start, entry.Count))
        {
            IsBeforeRestore = entry.Restores < _restores.Count,
        };
        _leases.Add(entry.LeaseId, lease);
        _ranges.Add(lease);
        _next = entry.Start + entry.Count;
        _restoresAtLast = entry.Restores;
        _lastEntryAt = time;
    }
}
