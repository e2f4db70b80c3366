using CampaignEngine.Domain.Prizes;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Streams;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Prizes;

/// <summary>
/// Wins that are taken back: an entry of the pool, then one of the participant, then one of the pool that says so. What
/// is interrupted is pending work; each step may be repeated.
/// </summary>
internal sealed partial class PrizePoolGrain
{
    public Task<VoidWinReply> VoidWin(VoidWinRequest request) => AskAsync(() => VoidWinAsync(request));

    private async Task<VoidWinReply> VoidWinAsync(VoidWinRequest request)
    {
        if (await CampaignAsync() is not { WasActivated: true, Campaign.InstantWin: not null })
            return new VoidWinReply(VoidWinStatus.WinNotFound);
        var isBegun = false;
        return await PassingFailures.AnswerAsync(
            Void, new VoidWinReply(VoidWinStatus.OutcomeUnknown), new VoidWinReply(VoidWinStatus.Unavailable), () => isBegun);

        async ValueTask<VoidWinReply> Void() => await CommandAsync(async ledger =>
        {
            if (await FindWinAsync(ledger, request.WinCode) is not { } award)
                return new VoidWinReply(VoidWinStatus.WinNotFound);
            var tier = _rules!.Tiers[award.Tier];
            if (await FindTakenBackAsync(award) is { } known)
            {
                isBegun = true;
                return known.Entry.Restocked == request.Restock
                    ? await FinishAsync(ledger, known)
                    : new VoidWinReply(VoidWinStatus.AlreadyVoided);
            }

            if (await FindRedeemedAsync(award) is not null)
                return new VoidWinReply(VoidWinStatus.Redeemed);
            var taken = new WinTakenBack(award.Award, award.Participant, award.Play, award.Tier, request.Restock);
            var ownCodes = await OwnCodesOfAsync(tier);
            if (ledger.Pool.RefusalOf(taken, ownCodes) is not null)
                return new VoidWinReply(VoidWinStatus.CodesMissing);
            if (!isBegun)
                await _audit.WinVoidedAsync(request.Actor, tier.Name, award.Award, request.Restock, request.Reason);
            isBegun = true;
            if (ledger.Pool.TakeBack(taken, ownCodes) is not StockDecision.Done done)
                return new VoidWinReply(VoidWinStatus.CodesMissing);
            ledger.Add(done.Entries);
            await ledger.CommittedAsync();
            return await FinishAsync(ledger, (await FindTakenBackAsync(award))!.Value);
        });
    }

    /// <summary>The award that a participant's entry carries and that has this code, or null.</summary>
    private async Task<PrizeAwarded?> FindWinAsync(PrizePoolLedger ledger, string winCode)
    {
        if (await _wins.ByCodeAsync((await CampaignAsync()).Campaign, winCode) is not { } award)
            return null;
        if (ledger.Pool.FindOpen(award.Award) is { } open)
        {
            await SettleAsync(ledger, open);
            await ledger.CommittedAsync(); // It is closed with the commit after the one that may run now.
        }

        if (ledger.Pool.FindOpen(award.Award) is not null)
            throw new TimeoutException($"The participant of award {award.Award} did not answer.");
        // What was decided about it until now is durable then, and the keys tell.
        await ledger.CheckHeadAsync();
        return await _finder.ByKeyAsync<ClaimVoided>(PoolKeys.OfVoidedClaim(award.Award)) is null ? award : null;
    }

    private Task<AwardFinder.Found<WinTakenBack>?> FindTakenBackAsync(PrizeAwarded award) =>
        _finder.ByKeyAsync<WinTakenBack>(PoolKeys.OfWinTakenBack(award.Award));

    private async Task<VoidWinReply> FinishAsync(PrizePoolLedger ledger, AwardFinder.Found<WinTakenBack> taken)
    {
        var points = await TellWinnerAsync(ledger, taken.Entry);
        await ledger.CommittedAsync();
        return new VoidWinReply(VoidWinStatus.Done, _rules!.Tiers[taken.Entry.Tier].Name, points, taken.Time);
    }

    /// <summary>Has the participant record it, which is the same however often it is asked.</summary>
    /// <returns>The points that were taken.</returns>
    private async Task<long> TellWinnerAsync(PrizePoolLedger ledger, WinTakenBack taken)
    {
        var points = await _participants.Get(_campaign, taken.Participant)
            .VoidWin(taken.Award, taken.Play, _rules!.Tiers[taken.Tier].Points);
        if (ledger.Failure is null && ledger.Pool.IsTakenBack(taken.Award))
        {
            var recorded = new WinVoidRecorded(taken.Award);
            ledger.Pool.Apply(recorded);
            ledger.Add([recorded]);
        }

        return points;
    }

    private async Task ResumeVoidAsync(PrizePoolLedger ledger, WinTakenBack taken)
    {
        try
        {
            await TellWinnerAsync(ledger, taken);
        }
        catch (Exception exception)
        {
            // It stays pending work, and no other work waits for it.
            LogVoidInterrupted(exception, taken.Award);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The void of award {Award} is not finished: its participant did not answer.")]
    private partial void LogVoidInterrupted(Exception exception, long award);
}
