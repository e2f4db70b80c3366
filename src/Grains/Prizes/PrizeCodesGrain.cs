using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Secrets;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Prizes;

/// <summary>
/// Uploads come one at a time; what only reads comes in between. Codes in force never change and are never fewer, so
/// that old knowledge of them is right as far as it goes.
/// </summary>
[GrainType("prize-codes")]
internal sealed partial class PrizeCodesGrain : Grain, IPrizeCodesGrain
{
    private readonly CampaignId _campaign;
    private readonly IJournal _journal;
    private readonly GrainStream _stream;
    private readonly EntryCodec _codec;
    private readonly MasterKey _masterKey;
    private readonly ICampaignDirectory _directory;
    private readonly StockHashes _hashes;
    private readonly PrizeAudit _audit;
    private readonly TimeProvider _time;
    private UploadedCodes _codes;
    private Task? _loading;
    private bool _isWriting;
    private DateTimeOffset _lastEntryAt;

    public PrizeCodesGrain(
        IGrainContext context, IJournal journal, EntryCodec codec, MasterKey masterKey, ICampaignDirectory directory,
        StockHashes hashes, TimeProvider time)
    {
        _campaign = CampaignKey.Parse(context.GrainId.Key.ToString());
        _stream = new GrainStream(journal, StreamNames.PrizeCodes(_campaign));
        (_journal, _codec, _masterKey, _directory, _hashes, _time) = (journal, codec, masterKey, directory, hashes, time);
        _audit = new PrizeAudit(GrainFactory, _campaign);
        _codes = new UploadedCodes(Unseal);
    }

    public async ValueTask<IReadOnlyDictionary<string, int>> Count()
    {
        await LoadedAsync();
        await RefreshAsync();
        return _codes.Counts;
    }

    public async ValueTask<string> Get(string tier, int place)
    {
        await LoadedAsync();
        if (_codes.Get(tier, place) is { } known)
            return known;
        await RefreshAsync();
        return _codes.Get(tier, place) ?? throw new ArgumentOutOfRangeException(nameof(place), place, "There is no such code.");
    }

    public async ValueTask<CodePlace?> Find(string code)
    {
        await LoadedAsync();
        if (_codes.Find(code) is { } known)
            return known;
        await RefreshAsync();
        return _codes.Find(code);
    }

    public async ValueTask<bool> HasUpload(string idempotencyKey)
    {
        await LoadedAsync();
        await RefreshAsync();
        return _codes.Find(_hashes.OfKey(idempotencyKey)) is not null;
    }

    private string Purpose => $"prize codes of {_campaign.Value:N}";

    private byte[] Unseal(byte[] chunk) => _masterKey.Unseal(chunk, Purpose);

    private Task LoadedAsync()
    {
        if (_loading is null or { IsFaulted: true } || (!_stream.IsCurrent && _loading.IsCompleted && !_isWriting))
            _loading = LoadAsync();
        return _loading;
    }

    /// <summary>Reads the stream anew when another activation has written it.</summary>
    private async Task RefreshAsync()
    {
        if (_isWriting || !_stream.IsCurrent)
            return;
        var isNewest = await _stream.IsNewestAsync();
        // An upload that began meanwhile is on the fence itself.
        if (isNewest || _isWriting)
            return;
        // Who asked at the same time may be loading already: a second load could end in the middle of a write.
        if (_loading!.IsCompleted)
            _loading = LoadAsync();
        await _loading;
    }

    private async Task LoadAsync()
    {
        var codes = new UploadedCodes(Unseal);
        var lastEntryAt = default(DateTimeOffset);
        await _stream.ReadAsync(record =>
        {
            foreach (var entry in record.Entries)
            {
                codes.Apply(_codec.Decode<StoredCodesEntry>(entry.Public));
                lastEntryAt = entry.Time;
            }
        });
        (_codes, _lastEntryAt) = (codes, lastEntryAt);
    }
}
