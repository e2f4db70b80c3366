using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Referrals;

/// <summary>
/// What a referral is worth. Whether it may be is decided when it begins; what comes later refuses nothing: a reward that a
/// total has no room for, or that a later definition no longer has, is 0.
/// </summary>
public static class ReferralRewards
{
    /// <summary>Why a participant cannot be referred, or null.</summary>
    public static ReferralRefusal? RefusalOf(Campaign campaign, CampaignStatus status, Participant referee, DateTimeOffset now)
    {
        if (status != CampaignStatus.Active || !campaign.IsOpenAt(now))
            return ReferralRefusal.CampaignNotActive;
        if (campaign.Referrals is not { } referrals)
            return ReferralRefusal.NotEnabled;
        if (referee.Referral is not null)
            return ReferralRefusal.AlreadyReferred;
        return PointsGrant.Of(campaign, referee, referrals.RefereePoints) is null ? ReferralRefusal.PointsOverflow : null;
    }

    /// <summary>The referrer's part: 0 beyond <see cref="ReferralDefinition.MaxPerReferrer"/>.</summary>
    public static ReferralCredited Credit(Campaign campaign, Participant referrer, ParticipantRef referee)
    {
        var isWithin = referrer.ReferralCount < (campaign.Referrals?.MaxPerReferrer ?? long.MaxValue);
        var (reward, grant) = Grant(campaign, referrer, isWithin ? campaign.Referrals?.ReferrerPoints ?? 0 : 0);
        return new ReferralCredited(referee, reward, campaign.Version, grant.MilestonesReached);
    }

    /// <summary>The referee's part.</summary>
    /// <param name="referrerReward">What the referrer got.</param>
    public static ReferralCompleted Complete(Campaign campaign, Participant referee, long referrerReward, bool isHeard)
    {
        var (reward, grant) = Grant(campaign, referee, campaign.Referrals?.RefereePoints ?? 0);
        return new ReferralCompleted(
            referee.Referral!.Referrer, reward, referrerReward, campaign.Version, grant.MilestonesReached, isHeard);
    }

    private static (long Reward, PointsGrant Grant) Grant(Campaign campaign, Participant participant, long reward) =>
        PointsGrant.Of(campaign, participant, reward) is { } grant ? (reward, grant) : (0, new PointsGrant([], participant.TotalPoints));
}

/// <summary>Source order is check order.</summary>
public enum ReferralRefusal
{
    CampaignNotActive = 1,
    NotEnabled = 2,
    AlreadyReferred = 3,
    PointsOverflow = 4,
}
