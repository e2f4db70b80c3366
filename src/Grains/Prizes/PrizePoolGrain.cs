using System.Buffers.Binary;
using System.Security.Cryptography;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Prizes;
using CampaignEngine.Grains.Codes;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace CampaignEngine.Grains.Prizes;

[GrainType("prize-pool"), Reentrant]
internal sealed partial class PrizePoolGrain : Grain, IPrizePoolGrain
{
    private const int MaxAttempts = 3;

    private readonly CampaignId _campaign;
    private readonly IJournal _journal;
    private readonly EntryCodec _codec;
    private readonly CodeBook _codes;
    private readonly ICampaignDirectory _directory;
    private readonly ParticipantGrains _participants;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private Task<PrizePoolLedger>? _opening;
    private Task? _leasing;

    public PrizePoolGrain(
        IGrainContext context, IJournal journal, EntryCodec codec, CodeBook codes, ICampaignDirectory directory,
        ParticipantGrains participants, TimeProvider time, ILogger<PrizePoolGrain> logger)
    {
        _campaign = CampaignKey.Parse(context.GrainId.Key.ToString());
        (_journal, _codec, _codes, _directory) = (journal, codec, codes, directory);
        (_participants, _time, _logger) = (participants, time, logger);
    }

    public async ValueTask<ClaimReply> Claim(ClaimRequest request)
    {
        var claim = new Claim(
            new ClaimId(new ParticipantRef(request.Participant), request.Play), request.Tier ?? throw new InvalidOperationException("Only odds are decided yet."), request.LastAward, request.LastReleased);
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
                        return new ClaimReply(ClaimStatus.Awarded, awarded.Claim.Award, await WinCodeAsync(awarded.Claim));
                    case ClaimDecision.Awarded awarded:
                        ledger.Add(awarded.Entries);
                        var ticket = await ledger.SecuredAsync();
                        return new ClaimReply(ClaimStatus.Awarded, awarded.Claim.Award, await WinCodeAsync(awarded.Claim), ticket);
                    case ClaimDecision.SoldOut:
                        await ledger.CheckHeadAsync();
                        return new ClaimReply(ClaimStatus.SoldOut);
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
            [.. pool.Tiers.Select(tier => new TierStockView(tier.Name, tier.Stocked, tier.Remaining, tier.Open, tier.Awarded))]);
        return stock;
    }

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
            var ledger = await PrizePoolLedger.LoadAsync(_journal, StreamNames.PrizePool(_campaign), _codec, _time);
            if (ledger.Pool.IsOpened)
                return ledger;

            var campaign = (await CampaignAsync()).Campaign;
            var tiers = campaign.InstantWin?.Tiers ?? throw new InvalidOperationException("The campaign has no prizes.");
            var opened = new PoolOpened(campaign.Version, [.. tiers.Select(tier => new StockedTier(tier.Name, tier.Quantity))]);
            ledger.Pool.Apply(opened);
            ledger.Add([opened]);
            await LeaseAsync(ledger);
            return ledger;
        }
    }

    /// <summary>
    /// Something of the pool as the journal has it, for what no commit's fence would prove. Taken first and proved
    /// afterwards: what is decided meanwhile is not durable yet.
    /// </summary>
    private async Task<(PrizePoolLedger Ledger, T Taken)> NewestAsync<T>(Func<PrizePool, T> take)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var ledger = await OpenAsync();
                var taken = take(ledger.Pool);
                await ledger.CheckHeadAsync();
                return (ledger, taken);
            }
            catch (Exception exception) when (attempt < MaxAttempts && (exception is VersionConflictException or PrecedentRefusedException))
            {
                Leave();
            }
        }
    }

    private async Task LeaseAsync(PrizePoolLedger ledger)
    {
        // The id follows from what was awarded before, so that a lease whose use was not committed is taken up again.
        var range = await GrainFactory.GetGrain<ICodeSpaceGrain>(CodeSpaceKey.Format(_campaign.App, _campaign.Environment))
            .Lease(LeaseId(ledger.Pool.LastAward), _campaign.Value, CodeUse.Win, ledger.Pool.CodesToLease);
        var leased = new CodesLeased(range.Start, range.Count);
        ledger.Pool.Apply(leased);
        ledger.Add([leased]);
        await ledger.CommittedAsync(); // Were a broken ledger not noticed here, the claim would lease for ever.
    }

    private Guid LeaseId(long lastAward)
    {
        Span<byte> name = stackalloc byte[24];
        _campaign.Value.TryWriteBytes(name);
        BinaryPrimitives.WriteInt64BigEndian(name[16..], lastAward);
        return new Guid(SHA256.HashData(name).AsSpan(0, 16));
    }

    private async ValueTask<string> WinCodeAsync(OpenClaim claim) =>
        _codes.Write(_campaign, (await CampaignAsync()).Campaign.Slug, claim.CodeNumber);

    private async ValueTask<CampaignHandle> CampaignAsync() =>
        await _directory.FindCampaignAsync(_campaign) ?? throw new InvalidOperationException("There is no such campaign.");
}
