using System.Buffers.Binary;
using System.Security.Cryptography;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Prizes;
using CampaignEngine.Grains.Codes;
using CampaignEngine.Grains.Diagnostics;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Restores;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace CampaignEngine.Grains.Prizes;

[GrainType("prize-pool"), Reentrant]
internal sealed partial class PrizePoolGrain : Grain, IPrizePoolGrain
{
    private readonly CampaignId _campaign;
    private readonly IJournal _journal;
    private readonly EntryCodec _codec;
    private readonly CodeBook _codes;
    private readonly ICampaignDirectory _directory;
    private readonly ParticipantGrains _participants;
    private readonly StockHashes _hashes;
    private readonly AwardFinder _finder;
    private readonly WinFinder _wins;
    private readonly PrizeAudit _audit;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private Task<PrizePoolLedger>? _opening;
    private Task? _leasing;
    private PrizeRules? _rules;

    public PrizePoolGrain(
        IGrainContext context, IJournal journal, EntryCodec codec, CodeBook codes, ICampaignDirectory directory,
        ParticipantGrains participants, StockHashes hashes, TimeProvider time, ILogger<PrizePoolGrain> logger)
        : base(context)
    {
        _campaign = CampaignKey.Parse(context.GrainId.Key.ToString());
        (_journal, _codec, _codes, _directory) = (journal, codec, codes, directory);
        (_participants, _hashes, _time, _logger) = (participants, hashes, time, logger);
        _finder = new AwardFinder(journal, StreamNames.PrizePool(_campaign), codec);
        _wins = new WinFinder(_campaign, _finder, codes, OwnCodes);
        _audit = new PrizeAudit(GrainFactory, _campaign);
    }

    private ICodeSpaceGrain CodeSpace =>
        GrainFactory.GetGrain<ICodeSpaceGrain>(CodeSpaceKey.Format(_campaign.App, _campaign.Environment));

    private IPrizeCodesGrain OwnCodes => GrainFactory.GetGrain<IPrizeCodesGrain>(CampaignKey.Format(_campaign));

    public async ValueTask<ClaimReply> Claim(ClaimRequest request)
    {
        var claim = new Claim(
            new ClaimId(new ParticipantRef(request.Participant), request.Play), request.Tier, request.LastAward, request.LastReleased)
        {
            IsIneligible = !request.IsEligible,
            Now = request.Now,
            Day = request.Day,
        };
        try
        {
            while (true)
            {
                var ledger = await OpenAsync();
                var decision = ledger.Pool.Decide(claim);
                switch (decision)
                {
                    case ClaimDecision.Awarded { Entries.Count: 0 } awarded:
                        // Another activation may have voided what this one holds open.
                        await ledger.CheckHeadAsync();
                        return await ToReplyAsync(awarded.Claim, ticket: 0);
                    case ClaimDecision.Awarded awarded:
                        ledger.Add(awarded.Entries);
                        TellOfLowStock(awarded.Entries);
                        return await ToReplyAsync(awarded.Claim, await ledger.SecuredAsync());
                    case ClaimDecision.Lost lost:
                        ledger.Add(lost.Entries);
                        await ledger.CheckHeadAsync();
                        return new ClaimReply(claim.Tier is null ? ClaimStatus.Lost : ClaimStatus.SoldOut);
                    case ClaimDecision.NeedsCodes:
                        if (_leasing is null or { IsCompleted: true })
                            _leasing = LeaseAsync(ledger);
                        await _leasing;
                        break;
                    default:
                        throw new InvalidOperationException($"Unknown decision {decision.GetType().Name}.");
                }
            }
        }
        catch (Exception exception) when (exception is VersionConflictException or PrecedentRefusedException)
        {
            Leave();
            return new ClaimReply(ClaimStatus.Moved);
        }
        catch (Exception exception) when (exception is OutcomeUnknownException or JournalStoppedException or JournalUnavailableException or DirectoryUnavailableException)
        {
            return new ClaimReply(ClaimStatus.OutcomeUnknown);
        }
    }

    public async Task Confirm(long[] awards)
    {
        var ledger = await OpenAsync();
        ledger.Confirm(awards);
        await ledger.CommittedAsync();
    }

    public async ValueTask<IReadOnlyList<TierStockView>> GetStock()
    {
        var (_, stock) = await NewestAsync<TierStockView[]>(pool =>
            [.. pool.Tiers.Select(tier => new TierStockView(
                tier.Name, tier.Stocked, tier.Remaining, tier.Open, tier.Awarded, tier.Voided, tier.Waiting, tier.Day, tier.InDay))]);
        return stock;
    }

    public async ValueTask<long> CountCardsTaken() => (await NewestAsync(pool => pool.CardsTaken)).Taken;

    /// <summary>The pool as the journal has it; read again after a failure, and opened with its first entries when it is new.</summary>
    private Task<PrizePoolLedger> OpenAsync()
    {
        if (_opening is null or { IsFaulted: true } or { IsCompletedSuccessfully: true, Result.Failure: not null })
        {
            _leasing = null;
            _opening = Open();
        }

        return _opening;

        async Task<PrizePoolLedger> Open()
        {
            var campaign = await CampaignAsync();
            _rules ??= PrizeRules.Of(campaign.Campaign, campaign.Draw);
            var ledger = await PrizePoolLedger.LoadAsync(_journal, StreamNames.PrizePool(_campaign), _rules, _codec, _time);
            if (ledger.Pool.IsOpened)
            {
                if (await HasDoubtfulCodesAsync(ledger.Pool))
                    await LeaseAsync(ledger);
                return ledger;
            }

            foreach (var entry in await OpeningAsync(campaign.Campaign))
            {
                ledger.Pool.Apply(entry);
                ledger.Add([entry]);
            }

            await LeaseAsync(ledger);
            return ledger;
        }
    }

    private async Task<IReadOnlyList<PoolEntry>> OpeningAsync(Campaign campaign)
    {
        var tiers = _rules!.Tiers;
        var opened = new PoolOpened(campaign.Version, [.. tiers.Select(tier => new StockedTier(tier.Name, tier.Quantity))]);
        if (!tiers.Any(tier => tier.HasOwnCodes))
            return [opened];
        var uploaded = await OwnCodes.Count();
        return [opened, .. tiers
            .Where(tier => tier.HasOwnCodes && uploaded.ContainsKey(tier.Name))
            .Select(tier => new OwnCodesKnown(tier.Index, uploaded[tier.Name]))];
    }

    /// <summary>
    /// Something of the pool as the journal has it, for what no commit's fence would prove. Taken first and proved
    /// afterwards: what is decided meanwhile is not durable yet.
    /// </summary>
    private async Task<(PrizePoolLedger Ledger, T Taken)> NewestAsync<T>(Func<PrizePool, T> take) => await Attempts.RunAsync(async () =>
    {
        var ledger = await OpenAsync();
        var taken = take(ledger.Pool);
        await ledger.CheckHeadAsync();
        return (ledger, taken);
    }, onConflict: Leave, onRefusedPrecedent: Leave);

    /// <summary>
    /// Whether the codes to come were leased before the journal was put back from a backup: what was lost may have shown
    /// them to others.
    /// </summary>
    private async Task<bool> HasDoubtfulCodesAsync(PrizePool pool) =>
        pool.NextCode is { } next && (await RestoreLog.ReadAsync(_journal)).Count > 0
        && await CodeSpace.Find(next) is { IsBeforeRestore: true };

    private async Task LeaseAsync(PrizePoolLedger ledger)
    {
        // The id follows from the prizes and restores before, so that a lease whose use was not committed is taken up again, and so that
        // no lease lies below an earlier one: entries are found by the numbers of their codes.
        var restores = (await RestoreLog.ReadAsync(_journal)).Count;
        var range = await CodeSpace.Lease(
            LeaseId(ledger.Pool.Prizes, restores), _campaign.Value, CodeUse.Win, ledger.Pool.CodesToLease);
        var leased = new CodesLeased(range.Start, range.Count);
        ledger.Pool.Apply(leased);
        ledger.Add([leased]);
        await ledger.CommittedAsync(); // Were a broken ledger not noticed here, the claim would lease for ever.
    }

    private Guid LeaseId(long prizes, long restores)
    {
        Span<byte> name = stackalloc byte[32];
        _campaign.Value.TryWriteBytes(name);
        BinaryPrimitives.WriteInt64BigEndian(name[16..], prizes);
        BinaryPrimitives.WriteInt64BigEndian(name[24..], restores);
        return new Guid(SHA256.HashData(name).AsSpan(0, 16));
    }

    private async ValueTask<ClaimReply> ToReplyAsync(OpenClaim claim, long ticket) => claim.Tier is { } tier
        ? new ClaimReply(ClaimStatus.Awarded, claim.Award, await WinCodeAsync(claim, tier), ticket, tier)
        : new ClaimReply(ClaimStatus.Lost, claim.Award, Ticket: ticket);

    private async ValueTask<string> WinCodeAsync(OpenClaim claim, int tier) => claim.OwnCode == 0
        ? _codes.Write(_campaign, (await CampaignAsync()).Campaign.Slug, claim.CodeNumber)
        : await OwnCodes.Get(_rules!.Tiers[tier].Name, claim.OwnCode);

    private void TellOfLowStock(IReadOnlyList<PoolEntry> entries)
    {
        if (entries[^1] is not TierRanLow low)
            return;
        GrainMetrics.TiersRanLow.Add();
        LogRanLow(_rules!.Tiers[low.Tier].Name, CampaignKey.Format(_campaign), low.Remaining, low.Stocked);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Tier {Tier} of campaign {Campaign} runs low: {Remaining} of {Stocked} units are left.")]
    private partial void LogRanLow(string tier, string campaign, long remaining, long stocked);

    private async ValueTask<CampaignHandle> CampaignAsync() =>
        await _directory.FindCampaignAsync(_campaign) ?? throw new InvalidOperationException("There is no such campaign.");
}
