using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Referrals;

namespace CampaignEngine.Domain.Tests.Referrals;

public class ReferralRewardsTests
{
    private static readonly ParticipantRef Referrer = new(7);

    // In check order.
    [Theory]
    [InlineData(CampaignStatus.Paused, "2026-06-15T12:00:00+02:00", true, true, ReferralRefusal.CampaignNotActive)]
    [InlineData(CampaignStatus.Active, "2026-05-31T23:59:59+02:00", true, true, ReferralRefusal.CampaignNotActive)]
    [InlineData(CampaignStatus.Active, "2026-09-01T00:00:00+02:00", true, true, ReferralRefusal.CampaignNotActive)]
    [InlineData(CampaignStatus.Active, "2026-06-15T12:00:00+02:00", false, true, ReferralRefusal.NotEnabled)]
    [InlineData(CampaignStatus.Active, "2026-06-15T12:00:00+02:00", true, true, ReferralRefusal.AlreadyReferred)]
    [InlineData(CampaignStatus.Active, "2026-06-15T12:00:00+02:00", true, false, null)]
    public void What_refuses_a_referral(CampaignStatus status, string now, bool isEnabled, bool isReferred, ReferralRefusal? refusal)
    {
        var referee = isReferred ? Participant.New.Apply(new ReferralBegun(Referrer, 1, 2), Given.Monday) : Participant.New;

        Assert.Equal(refusal, ReferralRewards.RefusalOf(Campaign(isEnabled ? new(200, 100, null) : null), status, referee, Given.At(now)));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, ReferralRefusal.PointsOverflow)]
    public void A_total_without_room_refuses_it(long over, ReferralRefusal? refusal)
    {
        var referee = Participant.New with { TotalPoints = Participant.MaxTotalPoints - 100 + over };

        Assert.Equal(refusal, ReferralRewards.RefusalOf(Campaign(new(200, 100, null)), CampaignStatus.Active, referee, Given.Monday));
    }

    [Theory]
    [InlineData(0, 2, 200)]
    [InlineData(1, 2, 200)]
    [InlineData(2, 2, 0)]
    [InlineData(3, 2, 0)]
    [InlineData(1_000_000, null, 200)]
    public void Beyond_the_limit_the_referrer_gets_nothing(long before, int? most, long reward)
    {
        var referrer = Participant.New with { ReferralCount = before, ReferralPoints = 1 };

        var credited = ReferralRewards.Credit(Campaign(new(200, 100, most)), referrer, Given.Somebody);
        var after = referrer.Apply(credited, Given.Monday);

        Assert.Equal(reward, credited.Reward);
        Assert.Equal((before + 1, 1 + reward, reward), (after.ReferralCount, after.ReferralPoints, after.TotalPoints));
        Assert.Equal(Given.Monday, after.JoinedAt);
    }

    [Fact]
    public void Rewards_reach_milestones_whose_bonuses_come_on_top()
    {
        var campaign = Campaign(new(200, 100, null), new Milestone("b", "B", 100, 50));
        var referee = Participant.New.Apply(new ReferralBegun(Referrer, 1, 2), Given.Monday);

        var completed = ReferralRewards.Complete(campaign, referee, referrerReward: 200, isHeard: true);
        var after = referee.Apply(completed, Given.Monday);

        Assert.Equal((100, 200, Referrer), (completed.Reward, completed.ReferrerReward, completed.Referrer));
        Assert.Equal((150, 0L), (after.TotalPoints, after.EventsCount));
        Assert.Equal(ReferralStage.Completed, after.Referral!.Stage);
    }

    [Fact]
    public void What_comes_after_the_beginning_refuses_nothing()
    {
        var full = Participant.New.Apply(new ReferralBegun(Referrer, 1, 2), Given.Monday) with { TotalPoints = Participant.MaxTotalPoints };

        Assert.Equal(0, ReferralRewards.Credit(Campaign(new(200, 100, null)), full, Given.Somebody).Reward);
        Assert.Equal(0, ReferralRewards.Complete(Campaign(new(200, 100, null)), full, 200, isHeard: true).Reward);
        Assert.Equal(0, ReferralRewards.Credit(Campaign(referrals: null), Participant.New, Given.Somebody).Reward);
        Assert.Equal(0, ReferralRewards.Complete(Campaign(referrals: null), full with { TotalPoints = 0 }, 0, isHeard: true).Reward);
    }

    private static Campaign Campaign(ReferralDefinition? referrals, params Milestone[] milestones) =>
        Given.Campaign(Given.Definition(milestones: [.. milestones]) with { Referrals = referrals });
}
