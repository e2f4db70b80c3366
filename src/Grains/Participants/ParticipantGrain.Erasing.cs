using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Referrals;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Grains.Participants;

/// <summary>Erasing the person, and what waits to be finished. Older entries are blanked by <see cref="ErasureSteps"/>, so that no event waits for it.</summary>
internal sealed partial class ParticipantGrain
{
    public ValueTask<EraseParticipantReply> Erase(EraseParticipantRequest request)
    {
        var audit = new AuditOnce(this, request.Actor);
        return PassingFailures.AnswerAsync(
            () => OnNewestState(() => Erase(audit)),
            new EraseParticipantReply(EraseStatus.OutcomeUnknown),
            new EraseParticipantReply(EraseStatus.Unavailable));
    }

    public async ValueTask<ParticipantWork> Resume() => await OnNewestState<ParticipantWork>(async () =>
    {
        await _ledger.CheckHeadAsync();
        // What a deleted campaign has left is removed, and its participants are to be no more.
        if (await _directory.FindCampaignAsync(_campaign) is null)
            return new ParticipantWork(Referral: null, EraseUpTo: 0);
        var state = _ledger.State;
        return new ParticipantWork(
            state.Referral is { Stage: ReferralStage.Begun } referral ? await BegunAsync(referral) : null,
            state.IsBeingErased ? _ledger.ErasedAt : 0);
    });

    public async ValueTask FinishErasure(long erasedAt) => await OnNewestState<bool>(async () =>
    {
        // Erased once more meanwhile: that is work of its own.
        if (_ledger.State.IsBeingErased && _ledger.ErasedAt == erasedAt)
            await _ledger.AppendAsync(new StoredErasureFinished(), _ledger.State.Apply(new ErasureFinished(), EngineTime));
        else
            await _ledger.CheckHeadAsync();
        return true;
    });

    /// <summary>
    /// Keeps what gives points. What was begun before the person was erased, who did not come back, is theirs who is
    /// gone: the points go in the same commit, and nobody is named again.
    /// </summary>
    /// <param name="after">The state with the entry applied.</param>
    /// <param name="isOfBefore">Whether it is so.</param>
    private Task KeepGrant(StoredParticipantEntry entry, Participant after, string userId, bool isOfBefore) =>
        isOfBefore
            ? _ledger.EraseAsync(after.Apply(new Erased(), after.LastEntryAt), late: entry)
            : _ledger.AppendAsync(entry, after, userId: userId);

    private async ValueTask<EraseParticipantReply> Erase(AuditOnce audit)
    {
        var state = _ledger.State;
        if (state.Referral is { Stage: ReferralStage.Begun } referral)
            return new EraseParticipantReply(EraseStatus.ReferralUnfinished, await BegunAsync(referral));
        if (state.JoinedAt is null)
        {
            await _ledger.CheckHeadAsync();
            return new EraseParticipantReply(state.IsBeingErased ? EraseStatus.Erased : EraseStatus.ParticipantNotFound);
        }

        await audit.RecordAsync("participant_erased", ParticipantAudit.OfErasure(_ref));
        await _ledger.EraseAsync(state.Apply(new Erased(), EngineTime));
        return new EraseParticipantReply(EraseStatus.Erased);
    }
}
