using CampaignEngine.Domain.Prizes;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Grains.Prizes;

/// <summary>Prizes that are handed out: one entry of the pool, so it is done or it is not.</summary>
internal sealed partial class PrizePoolGrain
{
    public Task<RedeemWinReply> RedeemWin(RedeemWinRequest request) => AskAsync(() => RedeemWinAsync(request));

    private async Task<RedeemWinReply> RedeemWinAsync(RedeemWinRequest request)
    {
        if (await CampaignAsync() is not { WasActivated: true, Campaign.InstantWin: not null })
            return new RedeemWinReply(RedeemWinStatus.WinNotFound);
        var command = CommandOf(request);
        var (isAudited, isKept) = (false, false);
        return await PassingFailures.AnswerAsync(
            Redeem, new RedeemWinReply(RedeemWinStatus.OutcomeUnknown), new RedeemWinReply(RedeemWinStatus.Unavailable),
            () => isKept);

        async ValueTask<RedeemWinReply> Redeem() => await CommandAsync(async ledger =>
        {
            var award = await FindWinAsync(ledger, request.WinCode);
            if (await RefuseAsync(request, command, award) is { } refused)
                return refused;
            if (await FindRedeemedAsync(award!) is { } before)
                return Repeat(request, command, award!, before);

            if (request.Winner is null && !isAudited)
                await _audit.WinRedeemedAsync(request.Actor, _rules!.Tiers[award!.Tier].Name, award.Award);
            isAudited = true;
            var redeemed = new WinRedeemed(
                award!.Award, command, request.Winner is { } winner ? new WinnersRedemption(winner.TotalPoints) : null);
            ledger.Pool.Apply(redeemed);
            ledger.Add([redeemed]);
            await ledger.CommittedAsync();
            isKept = true;
            return ToReply(award, (await FindRedeemedAsync(award))!.Value);
        });
    }

    private UInt128 CommandOf(RedeemWinRequest request) => request.IdempotencyKey is not { } key ? 0
        : request.Winner is { } winner ? _hashes.OfWinnersKey(winner.Participant, key)
        : _hashes.OfKey(key);

    private async Task<RedeemWinReply?> RefuseAsync(RedeemWinRequest request, UInt128 command, PrizeAwarded? award)
    {
        if (command != 0 && await IsUsedOtherwiseAsync(request, command, award))
            return new RedeemWinReply(RedeemWinStatus.KeyReused);
        if (award is null || (request.Winner is { } winner && winner.Participant != award.Participant.Value))
            return new RedeemWinReply(RedeemWinStatus.WinNotFound);
        return await FindTakenBackAsync(award) is null ? null : new RedeemWinReply(RedeemWinStatus.Voided);
    }

    private async Task<bool> IsUsedOtherwiseAsync(RedeemWinRequest request, UInt128 command, PrizeAwarded? award) =>
        await FindCommandAsync(command) switch
        {
            WinRedeemed redeemed => redeemed.Award != award?.Award,
            null => request.Winner is null && _rules!.Tiers.Any(tier => tier.HasOwnCodes) && await OwnCodes.HasUpload(request.IdempotencyKey!),
            _ => true,
        };

    /// <summary>
    /// The winner gets the first answer again however often the code is sent; a manager only with the key of the first
    /// request, because two tills that ask are two people who want the prize.
    /// </summary>
    private RedeemWinReply Repeat(
        RedeemWinRequest request, UInt128 command, PrizeAwarded award, AwardFinder.Found<WinRedeemed> before)
    {
        var isSame = request.Winner is null
            ? before.Entry.Winner is null && command != 0 && before.Entry.Command == command
            : before.Entry.Winner is not null;
        return isSame
            ? ToReply(award, before) with { Replayed = true }
            : new RedeemWinReply(RedeemWinStatus.AlreadyRedeemed, RedeemedAt: before.Time);
    }

    private RedeemWinReply ToReply(PrizeAwarded award, AwardFinder.Found<WinRedeemed> redeemed) => new(
        RedeemWinStatus.Done, _rules!.Tiers[award.Tier].Name, redeemed.Time, award.Participant.Value, redeemed.Entry.Winner?.TotalPoints ?? 0);

    private Task<AwardFinder.Found<WinRedeemed>?> FindRedeemedAsync(PrizeAwarded award) =>
        _finder.ByKeyAsync<WinRedeemed>(PoolKeys.OfWinRedeemed(award.Award));
}
