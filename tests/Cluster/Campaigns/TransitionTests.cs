using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Cluster.Tests.Campaigns;

public sealed class TransitionTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Theory]
    [InlineData("draft", "activate", CampaignReplyStatus.Done, CampaignStatus.Active)]
    [InlineData("draft", "pause", CampaignReplyStatus.InvalidTransition, CampaignStatus.Draft)]
    [InlineData("draft", "unpause", CampaignReplyStatus.InvalidTransition, CampaignStatus.Draft)]
    [InlineData("draft", "end", CampaignReplyStatus.InvalidTransition, CampaignStatus.Draft)]
    [InlineData("active", "activate", CampaignReplyStatus.Done, CampaignStatus.Active)]
    [InlineData("active", "pause", CampaignReplyStatus.Done, CampaignStatus.Paused)]
    [InlineData("active", "unpause", CampaignReplyStatus.Done, CampaignStatus.Active)]
    [InlineData("active", "end", CampaignReplyStatus.Done, CampaignStatus.Ended)]
    [InlineData("paused", "activate", CampaignReplyStatus.InvalidTransition, CampaignStatus.Paused)]
    [InlineData("paused", "pause", CampaignReplyStatus.Done, CampaignStatus.Paused)]
    [InlineData("paused", "unpause", CampaignReplyStatus.Done, CampaignStatus.Active)]
    [InlineData("paused", "end", CampaignReplyStatus.Done, CampaignStatus.Ended)]
    [InlineData("ended", "activate", CampaignReplyStatus.InvalidTransition, CampaignStatus.Ended)]
    [InlineData("ended", "pause", CampaignReplyStatus.InvalidTransition, CampaignStatus.Ended)]
    [InlineData("ended", "unpause", CampaignReplyStatus.InvalidTransition, CampaignStatus.Ended)]
    [InlineData("ended", "end", CampaignReplyStatus.Done, CampaignStatus.Ended)]
    [InlineData("ended", "define", CampaignReplyStatus.Done, CampaignStatus.Ended)]
    [InlineData("draft", "define", CampaignReplyStatus.Done, CampaignStatus.Draft)]
    public async Task Each_command_in_each_state(string state, string command, CampaignReplyStatus expected, CampaignStatus then)
    {
        var campaign = await InStateAsync(state);

        var reply = await DoAsync(campaign, command);

        Assert.Equal((expected, then), (reply.Status, reply.Campaign));
        Assert.Equal(then, (await one.Engine.Directory.FindCampaignAsync(campaign))!.Status);
        Assert.Empty(await one.Reader(campaign).PendingAsync());
    }

    [Theory]
    [InlineData("activate")]
    [InlineData("pause")]
    [InlineData("unpause")]
    [InlineData("end")]
    public async Task A_campaign_that_was_never_defined_is_not_found(string command)
    {
        var reply = await DoAsync(new CampaignId(Engine.App, CampaignEnvironment.Test, Guid.NewGuid()), command);

        Assert.Equal(CampaignReplyStatus.NotFound, reply.Status);
    }

    [Theory]
    [InlineData("active", RecordEventStatus.Recorded)]
    [InlineData("paused", RecordEventStatus.CampaignNotActive)]
    [InlineData("ended", RecordEventStatus.CampaignNotActive)]
    public async Task Only_an_active_campaign_records(string state, RecordEventStatus expected)
    {
        var campaign = await InStateAsync(state);

        Assert.Equal(expected, (await one.Engine.RecordAsync(campaign, "ann", "e-1")).Status);
    }

    private async Task<CampaignId> InStateAsync(string state)
    {
        var registry = one.Engine.Grains.GetGrain<IRegistryGrain>(0);
        await registry.CreateApp(Engine.App, "tests");
        var slug = $"test-{Guid.NewGuid():N}";
        var id = new CampaignId(Engine.App, CampaignEnvironment.Test, await registry.ReserveSlug(Engine.App, CampaignEnvironment.Test, slug));
        await DoAsync(id, "define");
        foreach (var command in state switch
        {
            "draft" => Array.Empty<string>(),
            "active" => ["activate"],
            "paused" => ["activate", "pause"],
            "ended" => ["activate", "end"],
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        })
        {
            Assert.Equal(CampaignReplyStatus.Done, (await DoAsync(id, command)).Status);
        }

        return id;
    }

    private Task<CampaignReply> DoAsync(CampaignId id, string command)
    {
        var campaign = one.Engine.Campaign(id);
        return command switch
        {
            "define" => campaign.Define("test-slug", Encoding.UTF8.GetBytes(Definitions.InstantWin(odds: "1", quantity: 10))),
            "activate" => campaign.Activate(),
            "pause" => campaign.Pause(),
            "unpause" => campaign.Unpause(),
            "end" => campaign.End(),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };
    }
}
