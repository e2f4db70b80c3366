using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Tests.Campaigns;

public class CampaignTests
{
    [Fact]
    public void A_campaign_is_compiled_of_its_definition()
    {
        var campaign = Documents.Compile(Documents.Demo);

        Assert.Equal(CampaignEnvironment.Test, campaign.Id.Environment);
        Assert.Equal(("summer-promo", 1, "Summer Promo"), (campaign.Slug, campaign.Version, campaign.Name));
        Assert.Equal(
            [new Milestone("bronze", "Bronze", 500, 50), new Milestone("silver", "Silver", 1000, 100)],
            campaign.Milestones.ToArray());
        Assert.Equal(100 + 51, campaign.Points.PointsFor("purchase", Documents.Metadata("""{"amount":25.5}""")));
        Assert.True(campaign.InstantWin!.IsPlay("purchase", Documents.Metadata("""{"channel":"web"}""")));
    }

    [Fact]
    public void A_campaign_without_an_instant_win_has_none() =>
        Assert.Null(Documents.Compile(Documents.Minimal).InstantWin);

    [Theory]
    [InlineData("2026-05-31T21:59:59.9999999Z", false)]
    [InlineData("2026-05-31T22:00:00Z", true)]
    [InlineData("2026-06-01T00:00:00+02:00", true)]
    [InlineData("2026-07-01T00:00:00Z", true)]
    [InlineData("2026-08-31T21:59:59.9999999Z", true)]
    [InlineData("2026-08-31T22:00:00Z", false)]
    [InlineData("2026-09-01T00:00:00+02:00", false)]
    public void It_is_open_from_its_start_up_to_but_not_at_its_end(string now, bool open) =>
        Assert.Equal(open, Documents.Compile(Documents.Demo).IsOpenAt(DateTimeOffset.Parse(now)));
}
