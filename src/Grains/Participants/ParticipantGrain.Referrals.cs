using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Referrals;
using CampaignEngine.Grains.Interfaces.Referrals;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Grains.Participants;

/// <summary>A referral's three steps. Once it has begun nothing refuses it, whatever becomes of the campaign.</summary>
internal sealed partial class ParticipantGrain
{
    public ValueTask<ReferralReply> BeginReferral(BeginReferralRequest request) =>
        Refer(() => Begin(request), status => new ReferralReply(status));

    public ValueTask<CreditReferralReply> CreditReferral(CreditReferralRequest request) =>
        Refer(() => Credit(request), status => new CreditReferralReply(status));

    public ValueTask<ReferralReply> CompleteReferral(CompleteReferralRequest request) =>
        Refer(() => Complete(request), status => new ReferralReply(status));

    public async ValueTask<bool> HasReferralRequest(string requestId) => await OnNewestState<bool>(async () =>
    {
        await _ledger.CheckHeadAsync();
        return _ledger.State.Referral?.Request == _hashes.OfId(RequestKind.Referral, requestId);
    });

    public async ValueTask<ReferralTotals> GetReferrals() => await OnNewestState<ReferralTotals>(async () =>
    {
        await _ledger.CheckHeadAsync();
        return new ReferralTotals(_ledger.State.ReferralCount, _ledger.State.ReferralPoints);
    });

    private async ValueTask<ReferralReply> Begin(BeginReferralRequest request)
    {
        var id = _hashes.OfId(RequestKind.Referral, request.RequestId);
        var fingerprint = _hashes.OfReferral(request.Referrer);
        var known = _ledger.State.Referral;
        if (request.RequestIdGiven && known?.Request == id)
        {
            if (known.Fingerprint != fingerprint)
                return new ReferralReply(ReferralStatus.RequestIdReused);
            return known.Stage == ReferralStage.Begun ? await BegunReplyAsync(known) : await AnswerAsync(id);
        }

        // Sent again by somebody who has not heard the answer: a client without keys cannot say so.
        var isSame = known?.Fingerprint == fingerprint;
        if (isSame && known!.Stage == ReferralStage.Begun)
            return await BegunReplyAsync(known);
        if (isSame && known!.Stage == ReferralStage.CompletedUnheard && !request.RequestIdGiven)
            return await AnswerAsync(known.Request);

        if (await _directory.FindCampaignAsync(_campaign) is not { WasActivated: true } handle)
            return new ReferralReply(ReferralStatus.CampaignNotActive);
        var time = TimeOf(request.TestClock);
        var refusal = ReferralRewards.RefusalOf(handle.Campaign, handle.Status, _ledger.State, time ?? request.TestClock!.Value);
        if (refusal is not null || time is not { } now)
        {
            await _ledger.CheckHeadAsync();
            return new ReferralReply(refusal is { } reason ? StatusOf(reason) : ReferralStatus.TestClockBackwards);
        }

        var begun = new ReferralBegun(new ParticipantRef(request.Referrer), id, fingerprint);
        await _ledger.AppendAsync(
            ParticipantStorage.ToStored(begun), _ledger.State.Apply(begun, now), request.UserId, request.ReferrerId);
        return await BegunReplyAsync(_ledger.State.Referral!);
    }

    public async ValueTask ForgetReferrer(UInt128 referrer) => await OnNewestState<bool>(async () =>
    {
        await _ledger.CheckHeadAsync();
        if (_ledger.State.Referral is { } referral && referral.Referrer.Value == referrer)
        {
            // The newest entry is what a participant knows their own name from.
            if (referral.Stage == ReferralStage.Begun)
                throw new InvalidOperationException("A referral must be completed before its referrer is forgotten.");
            await _ledger.ForgetReferrerIdAsync();
        }

        return true;
    });

    private async ValueTask<CreditReferralReply> Credit(CreditReferralRequest request)
    {
        var id = _hashes.OfCredit(request.Referee);
        if (await _ledger.FindAsync<StoredReferralCredited>(id) is { } known)
            return new CreditReferralReply(ReferralStatus.Done, known.Reward);
        if (request.UserId is not { } userId)
        {
            await _ledger.CheckHeadAsync();
            throw new InvalidOperationException($"Participant {_ref} has no reward for {request.Referee:x32}.");
        }

        var handle = (await _directory.FindCampaignAsync(_campaign))!;
        var credited = ReferralRewards.Credit(handle.Campaign, _ledger.State, new ParticipantRef(request.Referee));
        var after = _ledger.State.Apply(credited, GrantTime(request.TestClock));
        await KeepGrant(ParticipantStorage.ToStored(credited, id), after, userId, isOfBefore: _ledger.IsGone && !request.IsHeard);
        return new CreditReferralReply(ReferralStatus.Done, credited.Reward);
    }

    private async ValueTask<ReferralReply> Complete(CompleteReferralRequest request)
    {
        if (_ledger.State.Referral is not { } referral)
        {
            await _ledger.CheckHeadAsync();
            throw new InvalidOperationException($"Nobody has begun to refer participant {_ref}.");
        }

        if (referral.Stage != ReferralStage.Begun)
            return await AnswerAsync(request.Request) with { Replayed = false };

        var handle = (await _directory.FindCampaignAsync(_campaign))!;
        var completed = ReferralRewards.Complete(handle.Campaign, _ledger.State, request.ReferrerReward, request.IsHeard);
        var after = _ledger.State.Apply(completed, GrantTime(request.TestClock));
        var answer = ReferralAnswer.Write(completed);
        await _ledger.AppendAsync(ParticipantStorage.ToStored(completed, referral, answer), after);
        return new ReferralReply(ReferralStatus.Done, answer);
    }

    /// <summary>Of what nothing refuses any more: a test clock that is behind is taken as the time of the entry before.</summary>
    private DateTimeOffset GrantTime(DateTimeOffset? testClock) =>
        testClock is { } time ? MonotonicTime.Max(time, _ledger.State.LastEntryAt) : EngineTime;

    private async ValueTask<ReferralReply> BegunReplyAsync(Referral referral) =>
        new(ReferralStatus.Begun, Begun: await BegunAsync(referral));

    private async Task<BegunReferral> BegunAsync(Referral referral) =>
        new(referral.Referrer.Value, await _ledger.FindReferrerIdAsync(), referral.Request);

    private async ValueTask<ReferralReply> AnswerAsync(UInt128 request) =>
        new(ReferralStatus.Done, (await _ledger.FindAnswerAsync(request))!.Answer, Replayed: true);

    private ValueTask<T> Refer<T>(Func<ValueTask<T>> decide, Func<ReferralStatus, T> refuse) => PassingFailures.AnswerAsync(
        () => OnNewestState(decide), refuse(ReferralStatus.OutcomeUnknown), refuse(ReferralStatus.Unavailable));

    private static ReferralStatus StatusOf(ReferralRefusal refusal) => refusal switch
    {
        ReferralRefusal.CampaignNotActive => ReferralStatus.CampaignNotActive,
        ReferralRefusal.NotEnabled => ReferralStatus.NotEnabled,
        ReferralRefusal.AlreadyReferred => ReferralStatus.AlreadyReferred,
        ReferralRefusal.PointsOverflow => ReferralStatus.PointsOverflow,
        _ => throw new InvalidOperationException($"Unknown refusal {refusal}."),
    };
}
