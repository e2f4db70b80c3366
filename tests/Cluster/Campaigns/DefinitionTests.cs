using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Interfaces.Campaigns;

namespace CampaignEngine.Cluster.Tests.Campaigns;

public sealed class DefinitionTests(OneEngine one) : IClassFixture<OneEngine>
{
    private static readonly string s_definition = Definitions.InstantWin(odds: "0.5", quantity: 10);

    [Fact]
    public async Task Every_change_makes_a_version_and_the_same_document_makes_none()
    {
        var campaign = await one.CampaignAsync(odds: "0.5");
        var renamed = s_definition.Replace("\"Test\"", "\"Renamed\"", StringComparison.Ordinal);

        var same = await DefineAsync(campaign, s_definition);
        var second = await DefineAsync(campaign, renamed);
        var again = await DefineAsync(campaign, renamed);
        var back = await DefineAsync(campaign, s_definition);

        Assert.Equal([1, 2, 2, 3], new[] { same, second, again, back }.Select(reply => reply.Version));
        Assert.All([same, second, again, back], reply => Assert.Equal(CampaignReplyStatus.Done, reply.Status));
        Assert.Equal([1, 2, 3], (await EntriesAsync(campaign)).OfType<CampaignDefined>().Select(defined => defined.Version));
    }

    [Fact]
    public async Task What_is_wrong_is_listed_and_changes_nothing()
    {
        var campaign = await one.CampaignAsync(odds: "0.5");
        var before = await EntriesAsync(campaign);
        var wrong = s_definition
            .Replace("\"name\": \"Test\"", "\"name\": 7", StringComparison.Ordinal)
            .Replace("\"odds\": 0.5", "\"odds\": 2", StringComparison.Ordinal);

        var reply = await DefineAsync(campaign, wrong);

        Assert.Equal(CampaignReplyStatus.InvalidDefinition, reply.Status);
        Assert.Equal(["/instantWin/tiers/0/odds", "/name"], reply.Errors.Select(error => error.Pointer).Order());
        Assert.Equal(1, reply.Version);
        Assert.Equal(before.Count, (await EntriesAsync(campaign)).Count);
    }

    [Theory]
    [InlineData("\"odds\": 0.5", "\"odds\": 0.6")]
    [InlineData("\"quantity\": 10", "\"quantity\": 11")]
    [InlineData("\"points\": 500 } ] }", "\"points\": 501 } ] }")]
    [InlineData("\"Gold\"", "\"Silver\"")]
    [InlineData("\"eventTypes\": [\"purchase\"]", "\"eventTypes\": [\"purchase\", \"signup\"]")]
    [InlineData("\"startsAt\": \"2020-01-01T00:00:00Z\"", "\"startsAt\": \"2020-01-02T00:00:00Z\"")]
    public async Task What_a_draw_depends_on_cannot_be_changed_any_more(string from, string to)
    {
        var campaign = await one.CampaignAsync(odds: "0.5");
        var changed = s_definition.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(s_definition, changed);

        Assert.Equal((CampaignReplyStatus.Frozen, 1), Of(await DefineAsync(campaign, changed)));
        await one.Engine.Campaign(campaign).Pause();
        Assert.Equal((CampaignReplyStatus.Frozen, 1), Of(await DefineAsync(campaign, changed)));
    }

    [Fact]
    public async Task Rules_and_texts_can_and_are_in_force_at_once()
    {
        var campaign = await one.CampaignAsync(odds: "0.5");
        await one.Engine.RecordAsync(campaign, "ann", "e-1", "login");

        var reply = await DefineAsync(campaign, s_definition.Replace(
            """ { "id": "purchase", "eventType": "purchase", "points": 100 } """,
            """ { "id": "login", "eventType": "login", "points": 7 } """, StringComparison.Ordinal));
        await one.Engine.RecordAsync(campaign, "ann", "e-2", "login");

        Assert.Equal((CampaignReplyStatus.Done, 2), Of(reply));
        var ann = await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"));
        Assert.Equal([(1, 0L), (2, 7L)], ann.Events.Select(recorded => (recorded.DefinitionVersion, recorded.PointsEarned)));
    }

    [Fact]
    public async Task The_same_odds_in_another_spelling_are_the_same()
    {
        var campaign = await one.CampaignAsync(odds: "0.5");

        var reply = await DefineAsync(campaign, s_definition.Replace("\"odds\": 0.5", "\"odds\": 0.50", StringComparison.Ordinal));

        Assert.Equal((CampaignReplyStatus.Done, 2), Of(reply));
    }

    private static (CampaignReplyStatus, int) Of(CampaignReply reply) => (reply.Status, reply.Version);

    private Task<CampaignReply> DefineAsync(CampaignId campaign, string definition) =>
        one.Engine.Campaign(campaign).Define("test-slug", Encoding.UTF8.GetBytes(definition));

    private Task<IReadOnlyList<StoredCampaignEntry>> EntriesAsync(CampaignId campaign) => one.Reader(campaign).CampaignAsync();
}
