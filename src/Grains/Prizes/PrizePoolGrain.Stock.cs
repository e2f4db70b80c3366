using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Prizes;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Grains.Prizes;

/// <summary>What those who manage a campaign do to its stock: one such command at a time, while claims go on.</summary>
internal sealed partial class PrizePoolGrain
{
    /// <summary>Ends when the newest command has ended.</summary>
    private Task _commands = Task.CompletedTask;

    public async Task<StockReply> Restock(RestockRequest request)
    {
        var campaign = await CampaignAsync();
        if (campaign.Campaign.InstantWin is null)
            return new StockReply(StockStatus.TierNotFound);
        if (!campaign.WasActivated)
            return new StockReply(StockStatus.CampaignIsDraft);
        var command = _hashes.OfKey(request.IdempotencyKey);
        var fingerprint = _hashes.OfCommand(request.Tier, request.Add, codes: []);
        var isAudited = false;
        return await StockCommandAsync(async ledger =>
        {
            if (await FindCommandAsync(command) is { } known)
            {
                return known is TierRestocked restocked && restocked.Fingerprint == fingerprint
                    ? ToReply(restocked) with { Replayed = true }
                    : new StockReply(StockStatus.KeyReused);
            }

            if (_rules!.Tiers.Any(one => one.HasOwnCodes) && await OwnCodes.HasUpload(request.IdempotencyKey))
                return new StockReply(StockStatus.KeyReused);
            if ((await CampaignAsync()).HasEndedAt(_time.GetUtcNow()))
                return new StockReply(StockStatus.CampaignEnded);
            if (TierNamed(request.Tier) is not { } tier)
                return new StockReply(StockStatus.TierNotFound);
            var ownCodes = await OwnCodesOfAsync(tier);
            if (ledger.Pool.RefusalOf(tier.Index, request.Add, ownCodes) is { } refusal)
                return new StockReply(StatusOf(refusal));

            if (!isAudited)
                await _audit.StockAddedAsync(request.Actor, request.Tier, request.Add);
            isAudited = true;
            return await KeepAsync(ledger, ledger.Pool.Restock(tier.Index, request.Add, ownCodes, Now(ledger), command, fingerprint));
        });
    }

    public Task<bool> HasCommand(string idempotencyKey) => CommandAsync(
        async _ => await FindCommandAsync(_hashes.OfKey(idempotencyKey)) is not null);

    public async Task<StockStatus> CheckUploaded(UploadedStock stock) => (await StockCommandAsync(ledger =>
    {
        var refusal = ledger.Pool.RefusalOf(TierNamed(stock.Tier)!.Index, stock.Add, stock.OwnCodes);
        return Task.FromResult(new StockReply(refusal is { } reason ? StatusOf(reason) : StockStatus.Done));
    })).Status;

    public Task<StockReply> AddUploaded(UploadedStock stock) => StockCommandAsync(async ledger =>
    {
        if (await FindCommandAsync(stock.Command) is { } known)
            return ToReply((TierRestocked)known) with { Replayed = true };
        var tier = TierNamed(stock.Tier)!.Index;
        var reply = await KeepAsync(ledger, ledger.Pool.Restock(tier, stock.Add, stock.OwnCodes, Now(ledger), stock.Command, stock.Fingerprint));
        var now = ledger.Pool.Tiers[tier];
        return reply with { Stocked = reply.Stocked ?? now.Stocked, Remaining = reply.Remaining ?? now.Remaining };
    });

    /// <summary>What a command with this key did, or null.</summary>
    private async Task<PoolEntry?> FindCommandAsync(UInt128 command) =>
        (await _finder.ByKeyAsync<PoolEntry>(PoolKeys.OfCommand(command)))?.Entry;

    private static async Task<StockReply> KeepAsync(PrizePoolLedger ledger, StockDecision decision)
    {
        switch (decision)
        {
            case StockDecision.Refused refused:
                return new StockReply(StatusOf(refused.Reason));
            case StockDecision.Done done:
                ledger.Add(done.Entries);
                await ledger.CommittedAsync();
                return done.Entries.OfType<TierRestocked>().SingleOrDefault() is { } restocked
                    ? ToReply(restocked)
                    : new StockReply(StockStatus.Done);
            default:
                throw new InvalidOperationException($"Unknown decision {decision.GetType().Name}.");
        }
    }

    private static StockReply ToReply(TierRestocked restocked) =>
        new(StockStatus.Done, restocked.Added, restocked.Stocked, restocked.Remaining);

    private static StockStatus StatusOf(StockRefusal refusal) => refusal switch
    {
        StockRefusal.StockFixed => StockStatus.StockFixed,
        StockRefusal.StockTooLarge => StockStatus.StockTooLarge,
        StockRefusal.CodesMissing => StockStatus.CodesMissing,
        _ => throw new InvalidOperationException($"Unknown refusal {refusal}."),
    };

    private PrizeTier? TierNamed(string name) => _rules!.Tiers.FirstOrDefault(tier => tier.Name == name);

    private async ValueTask<int> OwnCodesOfAsync(PrizeTier tier) =>
        tier.HasOwnCodes && (await OwnCodes.Count()).TryGetValue(tier.Name, out var count) ? count : 0;

    private DateTimeOffset Now(PrizePoolLedger ledger) => MonotonicTime.Max(_time.GetUtcNow(), ledger.LastEntryAt);

    private async Task<StockReply> StockCommandAsync(Func<PrizePoolLedger, Task<StockReply>> command) => await PassingFailures.AnswerAsync(
        async () => await CommandAsync(command), new StockReply(StockStatus.OutcomeUnknown), new StockReply(StockStatus.Unavailable));

    /// <summary>Carries a command out on the newest pool, once more when another activation wrote in between.</summary>
    private async Task<T> CommandAsync<T>(Func<PrizePoolLedger, Task<T>> command)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (var before, _commands) = (_commands, done.Task);
        await before;
        try
        {
            return await Attempts.RunAsync(async () =>
            {
                var ledger = await OpenAsync();
                await ledger.CheckHeadAsync();
                return await command(ledger);
            }, onConflict: Leave, onRefusedPrecedent: Leave);
        }
        finally
        {
            done.SetResult();
        }
    }
}
