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
            ["bronze", "silver", "regular"],
            campaign.Milestones.Select(milestone => milestone.Id));
        Assert.Equal(100 + 51, campaign.Points.PointsFor("purchase", Documents.Metadata("""{"amount":25.5}""")));
        Assert.True(campaign.InstantWin!.IsPlay("purchase", Documents.Metadata("""{"channel":"web"}""")));
    }

    [Fact]
    public void It_carries_what_else_its_definition_says()
    {
        var definition = Documents.ReadValid(Documents.Demo);
        var campaign = Given.Campaign(definition);

        Assert.Equal("Europe/Berlin", campaign.TimeZone);
        Assert.Equal(definition.Points.MaxPointsPerUser, campaign.MaxPointsPerUser);
        Assert.Same(definition.Streak, campaign.Streak);
        Assert.Same(definition.Referrals, campaign.Referrals);
        Assert.True(campaign.HasCodes);
        Assert.Same(definition.Branding, campaign.Branding);
    }

    [Fact]
    public void Milestones_are_ordered_by_points_and_those_that_count_come_last_as_written() => Assert.Equal(
        ["p1", "p5", "p9", "b", "a"],
        Given.Campaign(Given.Definition(milestones:
        [
            new Milestone("b", "", null, 0) { EventType = "x", Count = 9 },
            new Milestone("p9", "", 9, 0),
            new Milestone("p1", "", 1, 0),
            new Milestone("a", "", null, 0) { EventType = "x", Count = 1 },
            new Milestone("p5", "", 5, 0) { Repeats = true },
        ])).Milestones.Select(milestone => milestone.Id));

    [Theory]
    [InlineData("/points", """{"rules":[{"id":"r","eventType":"a","points":1},{"id":"s","eventType":"a","points":1}]}""", "a")]
    [InlineData("/milestones", """[{"id":"m","eventType":"b","count":1},{"id":"n","points":5}]""", "b")]
    [InlineData("/streak", """{"eventTypes":["c","d"]}""", "c d")]
    [InlineData("/instantWin", """{"eventTypes":["e"],"tiers":[{"name":"Gold","quantity":1,"odds":1}]}""", "e")]
    [InlineData("/codes", "true", "")]
    public void The_event_types_that_the_definition_names_are_counted(string at, string json, string types) => Assert.Equal(
        types.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Documents.Compile(Documents.With(Documents.Minimal, at, json)).CountedEventTypes.Order());

    [Fact]
    public void Event_types_are_counted_wherever_they_are_named() =>
        Assert.Equal(["daily_login", "purchase", "sign_up"], Documents.Compile(Documents.Demo).CountedEventTypes.Order());

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
