using CampaignEngine.Domain.Codes;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Codes;

[GrainType("code-space")]
internal sealed class CodeSpaceGrain : Grain, ICodeSpaceGrain
{
    private readonly GrainStream _stream;
    private readonly EntryCodec _codec;
    private readonly TimeProvider _time;
    private readonly Dictionary<Guid, CodeRange> _leases = [];
    private long _next;
    private DateTimeOffset _lastEntryAt;

    public CodeSpaceGrain(IGrainContext context, IJournal journal, EntryCodec codec, TimeProvider time)
    {
        var (app, environment) = CodeSpaceKey.Parse(context.GrainId.Key.ToString());
        _stream = new GrainStream(journal, StreamNames.CodeSpace(app, environment));
        (_codec, _time) = (codec, time);
    }

    public async Task<CodeRange> Lease(Guid leaseId, Guid campaign, CodeUse use, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return await Attempts.RunAsync(async () =>
        {
            if (!_stream.IsCurrent)
                await Load();
            if (_leases.TryGetValue(leaseId, out var leased))
                return leased;
            if (count > CodePermutation.SpaceSize - _next)
                throw new InvalidOperationException("The app's code space is used up.");

            var entry = new CodesLeasedOut(leaseId, campaign, use, _next, count);
            var now = MonotonicTime.Max(_time.GetUtcNow(), _lastEntryAt);
            await _stream.AppendAsync(new Append { Entries = [new NewEntry(now, _codec.Encode(entry))] });
            Apply(entry, now);
            return _leases[leaseId];
        }, DeactivateOnIdle);
    }

    private Task Load() => _stream.ReadAsync(record =>
    {
        _leases.Clear();
        _next = 0;
        foreach (var entry in record.Entries)
            Apply(_codec.Decode<CodesLeasedOut>(entry.Public), entry.Time);
    });

    private void Apply(CodesLeasedOut entry, DateTimeOffset time)
    {
        _leases.Add(entry.LeaseId, new CodeRange(entry.Start, entry.Count));
        _next = entry.Start + entry.Count;
        _lastEntryAt = time;
    }
}
