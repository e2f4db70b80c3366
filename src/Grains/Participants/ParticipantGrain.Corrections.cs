using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Grains.Participants;

internal sealed partial class ParticipantGrain
{
    /// <summary>
    /// Of what no request set a time for. In the test environment it is that of the entry before: the clock's could lie
    /// years after the test clock of the next request.
    /// </summary>
    private DateTimeOffset EngineTime =>
        _campaign.Environment == CampaignEnvironment.Test && _ledger.State.LastEntryAt is var last && last != default ? last : Now;

    public async ValueTask<AwardFate> Settle(long award, long play) => await OnNewestState<AwardFate>(async () =>
    {
        var state = _ledger.State;
        if (state.LastAward == award)
            return AwardFate.Kept;
        // A release promises that no entry prepared before it can carry the award. Once play n is committed without this
        // award, or it was released before, the fence is passed already.
        if (state.Plays.Total < play && state.LastReleased != award)
            await Release(award, EngineTime);
        return AwardFate.Released;
    });

    private Task Release(long award, DateTimeOffset now) =>
        _ledger.AppendAsync(new StoredClaimReleased(award), _ledger.State.Apply(new ClaimReleased(award), now));

    public async ValueTask<long> VoidWin(long award, long play, long points) => await OnNewestState<long>(async () =>
    {
        if (await _ledger.FindWinAsync(award) is not { } found || found.Play != play)
        {
            await _ledger.CheckHeadAsync();
            throw new InvalidOperationException($"Participant {_ref} has no win {award} of play {play}.");
        }

        if (found.VoidedPoints is { } taken)
            return taken;
        var voided = new WinVoided(award, Math.Min(points, _ledger.State.TotalPoints));
        await _ledger.AppendAsync(new StoredWinVoided(award, voided.Points), _ledger.State.Apply(voided, EngineTime));
        return voided.Points;
    });

    public ValueTask<AdjustPointsReply> AdjustPoints(AdjustPointsRequest request)
    {
        var audit = new AuditOnce(this, request.Actor);
        return Correct(() => Adjust(request, audit), status => new AdjustPointsReply(status));
    }

    public ValueTask<CorrectionStatus> ChangeExclusion(ChangeExclusionRequest request)
    {
        var audit = new AuditOnce(this, request.Actor);
        return Correct(() => Exclude(request, audit), status => status);
    }

    private async ValueTask<AdjustPointsReply> Adjust(AdjustPointsRequest request, AuditOnce audit)
    {
        var idHash = _hashes.OfId(RequestKind.Adjustment, request.RequestId);
        var fingerprint = _hashes.OfRequest(request);
        if (request.RequestIdGiven && await _ledger.FindAnswerAsync(idHash) is { } known)
        {
            return known.Fingerprint == fingerprint
                ? new AdjustPointsReply(CorrectionStatus.Done, known.Answer, Replayed: true)
                : new AdjustPointsReply(CorrectionStatus.RequestIdReused);
        }

        var (refusal, now) = await RefuseCorrection(request.TestClock);
        if (refusal is { } reason)
            return new AdjustPointsReply(reason);
        // Whoever has joined is in a campaign.
        var campaign = (await _directory.FindCampaignAsync(_campaign))!.Campaign;
        var state = _ledger.State;
        if (PointsAdjuster.Adjust(campaign, state, request.Points) is not { } adjusted)
        {
            await _ledger.CheckHeadAsync();
            return new AdjustPointsReply(CorrectionStatus.PointsOverflow);
        }

        await audit.RecordAsync("points_adjusted", ParticipantAudit.OfAdjustment(_ref, request.Points, request.Reason));
        var after = state.Apply(adjusted, now);
        var answer = AdjustmentAnswer.Write(campaign, after, adjusted);
        await _ledger.AppendAsync(ParticipantStorage.ToStored(adjusted, idHash, fingerprint, answer), after);
        return new AdjustPointsReply(CorrectionStatus.Done, answer);
    }

    private async ValueTask<CorrectionStatus> Exclude(ChangeExclusionRequest request, AuditOnce audit)
    {
        var (refusal, now) = await RefuseCorrection(request.TestClock);
        if (refusal is { } reason)
            return reason;
        if (_ledger.State.IsExcluded == request.IsExcluded)
        {
            await _ledger.CheckHeadAsync();
            return CorrectionStatus.Done;
        }

        await audit.RecordAsync(
            request.IsExcluded ? "participant_excluded" : "participant_included", ParticipantAudit.OfExclusion(_ref, request.Reason));
        var changed = new ExclusionChanged(request.IsExcluded);
        await _ledger.AppendAsync(new StoredExclusionChanged(request.IsExcluded), _ledger.State.Apply(changed, now));
        return CorrectionStatus.Done;
    }

    private async ValueTask<(CorrectionStatus? Refusal, DateTimeOffset Now)> RefuseCorrection(DateTimeOffset? testClock)
    {
        var time = TimeOf(testClock);
        if (_ledger.State.JoinedAt is not null && time is { } now)
            return (null, now);
        await _ledger.CheckHeadAsync();
        return (time is null ? CorrectionStatus.TestClockBackwards : CorrectionStatus.ParticipantNotFound, default);
    }

    private ValueTask<T> Correct<T>(Func<ValueTask<T>> decide, Func<CorrectionStatus, T> refuse) => PassingFailures.AnswerAsync(
        () => OnNewestState(decide), refuse(CorrectionStatus.OutcomeUnknown), refuse(CorrectionStatus.Unavailable));

    /// <summary>Records an action once, however often it is decided anew.</summary>
    private sealed class AuditOnce(ParticipantGrain grain, string actor)
    {
        private bool _isRecorded;

        public async ValueTask RecordAsync(string action, byte[] detail)
        {
            if (_isRecorded)
                return;
            await grain.GrainFactory.GetGrain<IAuditGrain>(CampaignKey.Format(grain._campaign)).Record(new AuditAction(actor, action, detail));
            _isRecorded = true;
        }
    }
}
