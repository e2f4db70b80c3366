using CampaignEngine.Grains.Interfaces.Keys;
using CampaignEngine.Grains.Keys.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Keys;

[GrainType("key-use")]
internal sealed partial class KeyUseGrain : Grain, IKeyUseGrain
{
    private readonly GrainStream _stream;
    private readonly EntryCodec _codec;
    private readonly TimeProvider _time;
    private readonly ILogger<KeyUseGrain> _logger;
    private readonly UsedKeys _used = new();
    private DateTimeOffset _lastEntryAt;

    public KeyUseGrain(IGrainContext context, IJournal journal, EntryCodec codec, TimeProvider time, ILogger<KeyUseGrain> logger)
    {
        _stream = new GrainStream(journal, StreamNames.KeyUse(context.GrainId.GetGuidKey()));
        (_codec, _time, _logger) = (codec, time, logger);
    }

    public async Task Note(IReadOnlyList<KeyUse> uses)
    {
        await LoadAsync();
        _used.Note(uses);
        if (_used.IsDue)
            await KeepAsync();
    }

    public async ValueTask<IReadOnlyList<KeyUse>> Get()
    {
        await LoadAsync();
        return _used.All;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        try
        {
            if (_used.News.Count > 0)
                await KeepAsync();
        }
        catch (Exception exception)
        {
            // An hour at most, as after a crash.
            LogNotKept(exception);
        }
    }

    private Task KeepAsync() => Attempts.RunAsync(async () =>
    {
        await LoadAsync();
        var news = _used.News;
        var now = MonotonicTime.Max(_time.GetUtcNow(), _lastEntryAt);
        await _stream.AppendAsync(new Append { Entries = [new NewEntry(now, Encode(news))], Snapshot = Encode(_used.All) });
        _used.Keep(news);
        _lastEntryAt = now;
    }, DeactivateOnIdle);

    /// <summary>Adds what is kept to what is known: another activation may have kept more.</summary>
    private Task LoadAsync() => _stream.IsCurrent ? Task.CompletedTask : _stream.ReadAsync(async record =>
    {
        if (record.Snapshot is { } snapshot)
            _used.Load(Decode(snapshot.State));
        foreach (var entry in record.Entries)
            _used.Load(Decode(entry.Public));
        _lastEntryAt = await _stream.LastEntryAtAsync(record);
    });

    private ReadOnlyMemory<byte> Encode(IEnumerable<KeyUse> uses) =>
        _codec.Encode(new StoredKeyUses([.. uses.Select(use => new StoredKeyUse(use.KeyId, use.At))]));

    private IReadOnlyList<KeyUse> Decode(ReadOnlyMemory<byte> bytes) =>
        [.. _codec.Decode<StoredKeyUses>(bytes).Uses.Select(use => new KeyUse(use.KeyId, use.At))];

    [LoggerMessage(LogLevel.Warning, "The last uses of an app's keys could not be kept")]
    private partial void LogNotKept(Exception exception);
}
