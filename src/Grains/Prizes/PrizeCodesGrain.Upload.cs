using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Prizes;

internal sealed partial class PrizeCodesGrain
{
    /// <summary>Of all tiers: they are held in memory.</summary>
    public const int MaxCodes = 1_000_000;

    private const int MaxDuplicatesTold = 100;
    private const int ChunkBytes = 256 * 1024;

    /// <summary>In one append: with frames below <see cref="Append.MaxBytes"/>.</summary>
    private const int ChunksInAppend = 8;

    private IPrizePoolGrain Pool => GrainFactory.GetGrain<IPrizePoolGrain>(CampaignKey.Format(_campaign));

    public async Task<StockReply> Upload(UploadCodesRequest request)
    {
        try
        {
            return await WriteAsync(() => UploadAsync(request));
        }
        catch (Exception exception) when (PassingFailures.IsPassing(exception))
        {
            // The codes may be in force already, when it was the pool that did not answer.
            return new StockReply(StockStatus.OutcomeUnknown);
        }
    }

    public Task Resume() => WriteAsync(async () =>
    {
        await AnswerAllAsync();
        return true;
    });

    /// <summary>
    /// Decides on the newest codes, because a refusal has no fence that would prove it; once more when another activation
    /// wrote in between. It leaves afterwards: a grain that is about to takes no calls, and the pool that a write waits
    /// for may wait for an answer of this grain.
    /// </summary>
    private async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        var leaves = false;
        var done = await Attempts.RunAsync(async () =>
        {
            await LoadedAsync();
            _isWriting = true;
            try
            {
                if (!_stream.IsCurrent || !await _stream.IsNewestAsync())
                    await (_loading = LoadAsync());
                return await write();
            }
            finally
            {
                _isWriting = false;
            }
        }, () => leaves = true);
        if (leaves)
            DeactivateOnIdle();
        return done;
    }

    private async Task<StockReply> UploadAsync(UploadCodesRequest request)
    {
        await AnswerAllAsync();
        var command = _hashes.OfKey(request.IdempotencyKey);
        var fingerprint = _hashes.OfCommand(request.Tier, request.Add, request.Codes);
        if (_codes.Find(command) is { } known)
            return known.Codes.Fingerprint == fingerprint ? ToReply(known.Answer!) with { Replayed = true } : new StockReply(StockStatus.KeyReused);

        if (await _directory.FindCampaignAsync(_campaign) is not { } campaign)
            return new StockReply(StockStatus.TierNotFound);
        if (campaign is { WasActivated: true, Campaign.InstantWin: not null } && await Pool.HasCommand(request.IdempotencyKey))
            return new StockReply(StockStatus.KeyReused);
        var codes = UploadedCodes.Split(request.Codes);
        var upload = new StoredCodesUploaded(command, fingerprint, request.Tier, codes.Length, UnitsToAdd(request, campaign, codes.Length));
        var reply = await RefuseAsync(request, campaign, upload, codes);
        if (reply is not null)
            return reply;

        await _audit.CodesUploadedAsync(request.Actor, request.Tier, codes.Length, upload.Add);
        await AppendAsync(upload, codes, tellsPool: campaign.WasActivated);
        await AnswerAllAsync();
        return ToReply(_codes.Find(command)!.Answer!);
    }

    private static long UnitsToAdd(UploadCodesRequest request, CampaignHandle campaign, int codes) => request.Add
        ?? (campaign is { WasActivated: true, Campaign.InstantWin.Mode: not Domain.Campaigns.InstantWinMode.Deck } ? codes : 0);

    private async Task<StockReply?> RefuseAsync(
        UploadCodesRequest request, CampaignHandle campaign, StoredCodesUploaded upload, string[] codes)
    {
        if (!campaign.WasActivated && request.Add > 0)
            return new StockReply(StockStatus.CampaignIsDraft);
        if (campaign.HasEndedAt(_time.GetUtcNow()))
            return new StockReply(StockStatus.CampaignEnded);
        if (campaign.Campaign.InstantWin?.Tiers.FirstOrDefault(tier => tier.Name == request.Tier) is not { } tier)
            return new StockReply(StockStatus.TierNotFound);
        if (!tier.HasOwnCodes)
            return new StockReply(StockStatus.CodesNotTaken);
        if (_codes.Duplicates(codes, MaxDuplicatesTold) is { Length: > 0 } duplicates)
            return new StockReply(StockStatus.DuplicateCodes, Duplicates: duplicates);
        if (codes.Length > MaxCodes - _codes.Total)
            return new StockReply(StockStatus.TooManyCodes);
        if (!campaign.WasActivated)
            return null;
        var status = await Pool.CheckUploaded(Told(upload, OwnCodesWith(upload)));
        return status == StockStatus.Done ? null : new StockReply(status);
    }

    /// <summary>Some appends of chunks, and with the last of them the entry that puts all in force.</summary>
    private async Task AppendAsync(StoredCodesUploaded upload, string[] codes, bool tellsPool)
    {
        List<StoredCodesEntry> entries = [.. Chunks(upload.Command, codes)];
        while (entries.Count > ChunksInAppend)
        {
            await AppendAsync(entries[..ChunksInAppend], PendingMark.Unchanged);
            entries.RemoveRange(0, ChunksInAppend);
        }

        var ownCodes = OwnCodesWith(upload);
        entries.Add(upload);
        if (!tellsPool)
            entries.Add(new StoredUploadAnswered(upload.Command, Added: 0, Stocked: null, Remaining: null, ownCodes));
        await AppendAsync(entries, tellsPool ? PendingMark.Set : PendingMark.Unchanged);
    }

    private IEnumerable<StoredCodesChunk> Chunks(UInt128 command, string[] codes)
    {
        var (first, sequence, bytes) = (0, 0, 0);
        for (var i = 0; i < codes.Length; i++)
        {
            bytes += codes[i].Length + 1;
            if (bytes < ChunkBytes && i < codes.Length - 1)
                continue;
            var chunk = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', codes[first..(i + 1)]));
            yield return new StoredCodesChunk(command, sequence++, _masterKey.Seal(chunk, Purpose));
            (first, bytes) = (i + 1, 0);
        }
    }

    /// <summary>Tells the pool of what it may not know yet, and keeps what it said.</summary>
    private async Task AnswerAllAsync()
    {
        foreach (var (upload, _) in _codes.Unanswered.ToArray())
        {
            var told = Told(upload, _codes.Count(upload.Tier));
            var reply = await Pool.AddUploaded(told);
            if (reply.Status is StockStatus.StockFixed or StockStatus.StockTooLarge or StockStatus.CodesMissing)
                reply = await Pool.AddUploaded(told with { Add = 0 }); // The stock has changed meanwhile; the codes stay.
            if (reply.Status != StockStatus.Done)
                throw new TimeoutException("The pool did not take what was uploaded.");
            await AppendAsync(
                [new StoredUploadAnswered(upload.Command, reply.Added, reply.Stocked, reply.Remaining, _codes.Count(upload.Tier))],
                PendingMark.Cleared);
        }
    }

    private int OwnCodesWith(StoredCodesUploaded upload) => _codes.Count(upload.Tier) + upload.Count;

    private static UploadedStock Told(StoredCodesUploaded upload, int ownCodes) =>
        new(upload.Tier, upload.Add, ownCodes, upload.Command, upload.Fingerprint);

    private static StockReply ToReply(StoredUploadAnswered answer) =>
        new(StockStatus.Done, answer.Added, answer.Stocked, answer.Remaining, answer.OwnCodes);

    private async Task AppendAsync(List<StoredCodesEntry> entries, PendingMark pending)
    {
        var now = MonotonicTime.Max(_time.GetUtcNow(), _lastEntryAt);
        var version = _stream.Version;
        await _stream.AppendAsync(new Append
        {
            Entries = [.. entries.Select(entry => new NewEntry(now, _codec.Encode(entry)))],
            UniqueKeys = [.. entries.Index().Where(entry => entry.Item is StoredCodesUploaded)
                .Select(entry => new Journal.UniqueKey(((StoredCodesUploaded)entry.Item).Command, version + entry.Index + 1))],
            Pending = pending,
        });
        _lastEntryAt = now;
        foreach (var entry in entries)
            _codes.Apply(entry);
    }
}
