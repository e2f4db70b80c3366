using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Referrals;

namespace CampaignEngine.Grains.Referrals;

/// <summary>
/// Takes a referral from participant to participant, so that none ever waits for another: A may refer B while B refers A.
/// Each step may be repeated.
/// </summary>
public sealed class ReferralSteps(ParticipantGrains participants)
{
    /// <summary>All three; the answer, or why not.</summary>
    public async Task<ReferralReply> ReferAsync(CampaignId campaign, ParticipantRef referee, BeginReferralRequest request)
    {
        var reply = await participants.Get(campaign, referee).BeginReferral(request);
        return reply.Status == ReferralStatus.Begun
            ? await FinishAsync(campaign, referee, reply.Begun!, request.TestClock, isHeard: true)
            : reply;
    }

    /// <summary>The second and the third.</summary>
    /// <param name="isHeard">Whether somebody waits for the answer.</param>
    public async Task<ReferralReply> FinishAsync(
        CampaignId campaign, ParticipantRef referee, BegunReferral begun, DateTimeOffset? testClock, bool isHeard)
    {
        var credited = await participants.Get(campaign, new ParticipantRef(begun.Referrer))
            .CreditReferral(new CreditReferralRequest(begun.ReferrerId, referee.Value, testClock));
        if (credited.Status != ReferralStatus.Done)
            return Unfinished;
        var completed = await participants.Get(campaign, referee)
            .CompleteReferral(new CompleteReferralRequest(begun.Request, credited.Reward, isHeard, testClock));
        return completed.Status == ReferralStatus.Done ? completed : Unfinished;
    }

    /// <summary>It has begun, so it will be finished; not yet.</summary>
    private static ReferralReply Unfinished => new(ReferralStatus.OutcomeUnknown);
}
