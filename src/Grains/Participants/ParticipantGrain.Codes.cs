using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Codes;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Grains.Participants;

/// <summary>Codes: the batch says whose one is, once; then the points are this participant's own entry.</summary>
internal sealed partial class ParticipantGrain
{
    public async ValueTask<RedeemCodeReply> RedeemCode(RedeemCodeRequest request)
    {
        var attempt = new Redemption(request, _hashes);
        return await PassingFailures.AnswerAsync(
            () => OnNewestState(() => Redeem(attempt)),
            new RedeemCodeReply(RedeemCodeStatus.OutcomeUnknown),
            new RedeemCodeReply(RedeemCodeStatus.Unavailable),
            // A claim that was kept is completed sooner or later.
            () => attempt.MayHaveClaimed);
    }

    public ValueTask<bool> CompleteRedemption(CompleteRedemptionRequest request) => OnNewestState<bool>(async () =>
    {
        var idHash = _hashes.OfId(RequestKind.RedeemedCode, request.Code);
        if (await _ledger.FindAnswerAsync(idHash) is not null)
            return true;
        if (await _directory.FindCampaignAsync(_campaign) is not { } handle
            || CodeRedeemer.Redeem(handle.Campaign, _ledger.State, request.Batch, request.Index, request.Points) is not { } redeemed)
        {
            await _ledger.CheckHeadAsync();
            return false;
        }

        await KeepRedemption(
            redeemed, request.Code, idHash, request.Key, MonotonicTime.Max(request.At, _ledger.State.LastEntryAt),
            request.UserId ?? throw new InvalidOperationException("The claim's user is blanked, and there is no entry of the code."),
            isOfBefore: _ledger.IsGone && request.ErasedAt != _ledger.ErasedAt);
        return true;
    });

    private async ValueTask<RedeemCodeReply> Redeem(Redemption attempt)
    {
        var request = attempt.Request;
        if (await FindRedeemed(attempt) is { } known)
            return known;
        if (await RefuseRedemption(request) is { } refusal)
        {
            // Another activation may have redeemed this very code, and its answer is final.
            await _ledger.CheckHeadAsync();
            return new RedeemCodeReply(refusal);
        }

        var found = await _codes.FindAsync(_campaign.App, _campaign.Environment, request.Code);
        var reply = found is null || found.Campaign.Id != _campaign ? new RedeemCodeReply(RedeemCodeStatus.CodeNotFound) : found.Use switch
        {
            CodeUse.Code => await RedeemCode(attempt, found),
            CodeUse.Win => new RedeemCodeReply(RedeemCodeStatus.CodeNotFound),
            _ => throw new InvalidOperationException($"Unknown use {found.Use}."),
        };
        if (reply.Status != RedeemCodeStatus.Done)
            await _ledger.CheckHeadAsync();
        return reply;
    }

    /// <summary>What was answered to this request before, or stands against it as another with its key; null is neither.</summary>
    private async ValueTask<RedeemCodeReply?> FindRedeemed(Redemption attempt)
    {
        if (attempt.KeyHash != 0 && await _ledger.FindAnswerAsync(attempt.KeyHash) is { } keyed && keyed.Fingerprint != attempt.Fingerprint)
            return new RedeemCodeReply(RedeemCodeStatus.KeyReused);
        return await _ledger.FindAnswerAsync(attempt.CodeHash) is { } known
            ? new RedeemCodeReply(RedeemCodeStatus.Done, known.Answer, Replayed: true)
            : null;
    }

    private async ValueTask<RedeemCodeStatus?> RefuseRedemption(RedeemCodeRequest request)
    {
        if (TimeOf(request.TestClock) is not { } now)
            return RedeemCodeStatus.TestClockBackwards;
        return await _directory.FindCampaignAsync(_campaign) is { Status: CampaignStatus.Active } handle && handle.Campaign.IsOpenAt(now)
            ? null
            : RedeemCodeStatus.CampaignNotActive;
    }

    private async ValueTask<RedeemCodeReply> RedeemCode(Redemption attempt, FoundCode found)
    {
        var now = TimeOf(attempt.Request.TestClock)!.Value;
        var batch = GrainFactory.GetGrain<ICodeBatchGrain>(CodeBatchKey.Format(_campaign, found.LeaseId));
        if (await batch.Look(found.Index, _ref.Value, now) is not { } code)
            return new RedeemCodeReply(RedeemCodeStatus.CodeNotFound);
        if (code.State != CodeState.Active)
            return new RedeemCodeReply(StatusOf(code.State));
        // After the claim nothing refuses.
        if (CodeRedeemer.Redeem(found.Campaign.Campaign, _ledger.State, found.LeaseId, found.Index, code.Points) is not { } redeemed)
            return new RedeemCodeReply(RedeemCodeStatus.PointsOverflow);

        attempt.MayHaveClaimed = true;
        var claimed = await batch.Claim(new ClaimCodeRequest(
            found.Index, _ref.Value, attempt.Request.UserId, attempt.KeyHash, now, _ledger.ErasedAt));
        if (claimed != CodeState.Active)
        {
            attempt.MayHaveClaimed = false;
            return new RedeemCodeReply(StatusOf(claimed));
        }

        var answer = await KeepRedemption(
            redeemed, attempt.Request.Code, attempt.CodeHash, attempt.KeyHash, now, attempt.Request.UserId, isOfBefore: false);
        _redemptions.Add((_campaign, found.LeaseId), found.Index);
        return new RedeemCodeReply(RedeemCodeStatus.Done, answer);
    }

    private async Task<byte[]> KeepRedemption(
        CodeRedeemed redeemed, string code, UInt128 idHash, UInt128 keyHash, DateTimeOffset now, string userId, bool isOfBefore)
    {
        var before = _ledger.State;
        var after = before.Apply(redeemed, now);
        var answer = RedemptionAnswer.Write(after.TotalPoints - before.TotalPoints, after.TotalPoints, code);
        await KeepGrant(
            ParticipantStorage.ToStored(redeemed, idHash, keyHash, _hashes.OfRedemption(code), answer), after, userId, isOfBefore);
        return answer;
    }

    private static RedeemCodeStatus StatusOf(CodeState state) => state switch
    {
        CodeState.Redeemed => RedeemCodeStatus.Redeemed,
        CodeState.Revoked => RedeemCodeStatus.Revoked,
        CodeState.Expired => RedeemCodeStatus.Expired,
        _ => throw new InvalidOperationException($"{state} is no refusal."),
    };

    /// <summary>One request, however often it is decided anew.</summary>
    private sealed class Redemption(RedeemCodeRequest request, RequestHashes hashes)
    {
        public RedeemCodeRequest Request { get; } = request;

        public UInt128 CodeHash { get; } = hashes.OfId(RequestKind.RedeemedCode, request.Code);

        public UInt128 KeyHash { get; } = request.IdempotencyKey is { } key ? hashes.OfId(RequestKind.Redemption, key) : 0;

        public UInt128 Fingerprint { get; } = hashes.OfRedemption(request.Code);

        public bool MayHaveClaimed { get; set; }
    }
}
