using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using UniqueKey = CampaignEngine.Journal.UniqueKey;

namespace CampaignEngine.Grains.Codes;

[GrainType("code-batches")]
internal sealed class CodeBatchesGrain : Grain, ICodeBatchesGrain
{
    /// <summary>Of one campaign; all of them are in memory, and read when it is activated.</summary>
    public const int MaxBatches = 10_000;

    private const int MaxAskedAtOnce = 16;

    private readonly CampaignId _campaign;
    private readonly IJournal _journal;
    private readonly GrainStream _stream;
    private readonly EntryCodec _codec;
    private readonly ICampaignDirectory _directory;
    private readonly CodeHashes _hashes;
    private readonly CodeAudit _audit;
    private readonly TimeProvider _time;
    private readonly List<StoredBatchGenerated> _batches = [];
    private DateTimeOffset _lastEntryAt;

    public CodeBatchesGrain(
        IGrainContext context, IJournal journal, EntryCodec codec, ICampaignDirectory directory, CodeHashes hashes, TimeProvider time)
    {
        _campaign = CampaignKey.Parse(context.GrainId.Key.ToString());
        _stream = new GrainStream(journal, StreamNames.CodeBatches(_campaign));
        (_journal, _codec, _directory, _hashes, _time) = (journal, codec, directory, hashes, time);
        _audit = new CodeAudit(GrainFactory, _campaign);
    }

    public async Task<GenerateCodesReply> Generate(GenerateCodesRequest request)
    {
        var id = Guid.CreateVersion7(_time.GetUtcNow());
        var isAudited = false;
        return await PassingFailures.AnswerAsync(
            Generate, new GenerateCodesReply(GenerateCodesStatus.OutcomeUnknown), new GenerateCodesReply(GenerateCodesStatus.Unavailable));

        ValueTask<GenerateCodesReply> Generate() => Attempts.RunAsync(async () =>
        {
            if (!_stream.IsCurrent)
                await Load();
            if (await AnswerWithout(request) is { } reply)
                return reply;
            var range = await GrainFactory.GetGrain<ICodeSpaceGrain>(CodeSpaceKey.Format(_campaign.App, _campaign.Environment))
                .Lease(id, _campaign.Value, CodeUse.Code, request.Size);
            if (!isAudited)
                await _audit.GeneratedAsync(request.Actor, id, request.Size, request.Points, request.Label);
            isAudited = true;
            return new GenerateCodesReply(GenerateCodesStatus.Done, ToView(await Append(id, range, request)));
        }, DeactivateOnIdle);
    }

    public async ValueTask<CodeBatchPage> List(int skip, int take)
    {
        if (!_stream.IsCurrent || !await _stream.IsNewestAsync())
            await Load();
        return new CodeBatchPage([.. Enumerable.Reverse(_batches).Skip(skip).Take(take).Select(ToView)], _batches.Count);
    }

    /// <summary>Reads the stream by itself: it must not disturb a batch that is being made.</summary>
    public async Task<CodeStats> Count(DateTimeOffset now)
    {
        var batches = (await _journal.ReadAsync(_stream.Stream)).Entries.Select(entry => _codec.Decode<StoredBatchGenerated>(entry.Public).Batch);
        var (counts, number) = (default(CodeCounts), 0);
        foreach (var some in batches.Chunk(MaxAskedAtOnce))
        {
            number += some.Length;
            foreach (var of in await Task.WhenAll(some.Select(batch => GrainFactory.GetGrain<ICodeBatchGrain>(CodeBatchKey.Format(_campaign, batch)).Count(now))))
                counts += new CodeCounts(of.Active, of.Redeemed, of.Expired, of.Revoked);
        }

        return new CodeStats(counts.Active, counts.Redeemed, counts.Expired, counts.Revoked, number);
    }

    /// <summary>The answer that needs no batch to be made, or null.</summary>
    private async Task<GenerateCodesReply?> AnswerWithout(GenerateCodesRequest request)
    {
        // A refusal appends nothing, so no fence proves it.
        if (Known(request) is { } known)
            return known;
        if (await Refuse(request) is not { } refusal)
            return null;
        if (await _stream.IsNewestAsync())
            return new GenerateCodesReply(refusal);
        await Load();
        return Known(request) ?? new GenerateCodesReply(refusal);
    }

    private GenerateCodesReply? Known(GenerateCodesRequest request)
    {
        if (request.IdempotencyKey is not { } key)
            return null;
        var hash = _hashes.OfKey(key);
        if (_batches.Find(batch => batch.Key == hash) is not { } known)
            return null;
        if (known.Fingerprint != _hashes.OfRequest(request))
            return new GenerateCodesReply(GenerateCodesStatus.KeyReused);
        return request.Now - known.CreatedAt <= GenerateCodesRequest.ShownFor
            ? new GenerateCodesReply(GenerateCodesStatus.Done, ToView(known), Replayed: true)
            : new GenerateCodesReply(GenerateCodesStatus.NoLongerShown);
    }

    private async ValueTask<GenerateCodesStatus?> Refuse(GenerateCodesRequest request)
    {
        if (await _directory.FindCampaignAsync(_campaign) is not { } campaign)
            return GenerateCodesStatus.CampaignNotFound;
        if (campaign.HasEndedAt(request.Now))
            return GenerateCodesStatus.CampaignEnded;
        if (!campaign.Campaign.HasCodes)
            return GenerateCodesStatus.NotEnabled;
        if (request.ExpiresAt <= request.Now)
            return GenerateCodesStatus.ExpiresInPast;
        return _batches.Count >= MaxBatches ? GenerateCodesStatus.TooManyBatches : null;
    }

    private async Task<StoredBatchGenerated> Append(Guid id, CodeRange range, GenerateCodesRequest request)
    {
        var key = request.IdempotencyKey is { } sent ? _hashes.OfKey(sent) : 0;
        var batch = new StoredBatchGenerated(
            id, request.Size, request.Points, request.Label, request.ExpiresAt, request.Now, range.Start, key, _hashes.OfRequest(request));
        var version = _stream.Version + 1;
        List<UniqueKey> keys = [new(BatchKeys.OfBatch(id), version)];
        if (key != 0)
            keys.Add(new UniqueKey(BatchKeys.OfCommand(key), version));
        var now = MonotonicTime.Max(_time.GetUtcNow(), _lastEntryAt);
        await _stream.AppendAsync(new Append { Entries = [new NewEntry(now, _codec.Encode(batch))], UniqueKeys = keys });
        _batches.Add(batch);
        _lastEntryAt = now;
        return batch;
    }

    private Task Load() => _stream.ReadAsync(record =>
    {
        _batches.Clear();
        foreach (var entry in record.Entries)
        {
            _batches.Add(_codec.Decode<StoredBatchGenerated>(entry.Public));
            _lastEntryAt = entry.Time;
        }
    });

    private static CodeBatchView ToView(StoredBatchGenerated batch) =>
        new(batch.Batch, batch.Size, batch.Points, batch.Label, batch.ExpiresAt, batch.CreatedAt, batch.Start);
}
