using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Registry.Stored;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Campaigns;

/// <summary>A change is kept by the campaign and then told to the registry: what happens when that is interrupted.</summary>
public sealed class AnnouncementTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    [Fact]
    public async Task A_change_whose_announcement_failed_is_announced_by_pending_work()
    {
        var campaign = await two.CampaignAsync();
        two.Faults(campaign).AtNext<CampaignAnnounced>(AppendFault.ThrowsWithoutCommitting);

        Assert.Equal(CampaignReplyStatus.OutcomeUnknown, (await two.First.Campaign(campaign).Pause()).Status);
        Assert.Equal([StreamKind.Campaign], await two.Reader(campaign).PendingAsync());
        Assert.Equal(CampaignStatus.Active, await StatusAsync(two.First, campaign));
        await two.First.Campaign(campaign).Resume();

        Assert.Equal(CampaignStatus.Paused, await StatusAsync(two.First, campaign));
        Assert.Empty(await two.Reader(campaign).PendingAsync());
    }

    [Fact]
    public async Task A_change_whose_announcement_was_not_noted_is_announced_once()
    {
        var campaign = await two.CampaignAsync();
        two.Faults(campaign).AtNext<CampaignChangeAnnounced>(AppendFault.ThrowsWithoutCommitting);

        Assert.Equal(CampaignReplyStatus.OutcomeUnknown, (await two.First.Campaign(campaign).Pause()).Status);
        Assert.Equal(CampaignStatus.Paused, await StatusAsync(two.First, campaign));
        Assert.Equal([StreamKind.Campaign], await two.Reader(campaign).PendingAsync());
        await two.First.Campaign(campaign).Resume();

        Assert.Equal(CampaignStatus.Paused, await StatusAsync(two.First, campaign));
        Assert.Empty(await two.Reader(campaign).PendingAsync());
    }

    [Fact]
    public async Task A_change_back_is_announced_though_the_one_between_was_not_noted()
    {
        var campaign = await two.CampaignAsync();
        two.Faults(campaign).AtNext<CampaignChangeAnnounced>(AppendFault.ThrowsWithoutCommitting);
        Assert.Equal(CampaignReplyStatus.OutcomeUnknown, (await two.First.Campaign(campaign).Pause()).Status);

        Assert.Equal(CampaignReplyStatus.Done, (await two.First.Campaign(campaign).Unpause()).Status);

        Assert.Equal(CampaignStatus.Active, await StatusAsync(two.First, campaign));
        Assert.Empty(await two.Reader(campaign).PendingAsync());
    }

    [Fact]
    public async Task A_killed_silos_change_is_announced_without_anybody_calling()
    {
        var journal = new MemoryJournal();
        var doomed = new FaultyJournal(journal);
        await using var before = await Engine.StartAsync(doomed);
        var campaign = await before.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "1", quantity: 10));
        var gate = new CampaignFaults(doomed, before.Codec, campaign).StopBeforeNext<CampaignAnnounced>();
        _ = before.Campaign(campaign).Pause();
        await gate.Reached;
        await before.KillAsync();

        await using var after = await Engine.StartAsync(journal);
        await Eventually.Holds(
            async () => (await new CampaignReader(journal, after.Codec, campaign).PendingAsync()).Count == 0, "no work is left");

        Assert.Equal(CampaignStatus.Paused, await StatusAsync(after, campaign));
    }

    [Fact]
    public async Task An_activation_that_is_behind_does_not_say_done_to_what_was_undone()
    {
        var campaign = await two.CampaignAsync();
        await two.First.Campaign(campaign).Pause();
        await two.Second.Campaign(campaign).Unpause();

        var reply = await two.First.Campaign(campaign).Pause();

        Assert.Equal((CampaignReplyStatus.Done, CampaignStatus.Paused), (reply.Status, reply.Campaign));
        Assert.Equal(CampaignStatus.Paused, await StatusAsync(two.First, campaign));
    }

    [Fact]
    public async Task An_announcement_that_comes_late_undoes_no_newer_one()
    {
        var campaign = await two.CampaignAsync();
        var gate = two.Faults(campaign).StopBeforeNext<CampaignAnnounced>();
        var pausing = two.First.Campaign(campaign).Pause();
        await gate.Reached;
        await two.Second.Campaign(campaign).Unpause();

        gate.Open();
        await pausing.ContinueWith(static task => task.Exception, TaskScheduler.Default);
        foreach (var engine in new[] { two.First, two.Second })
            await engine.Campaign(campaign).Resume();

        Assert.Equal(CampaignStatus.Active, await StatusAsync(two.First, campaign));
    }

    private static async Task<CampaignStatus> StatusAsync(Engine engine, CampaignId campaign)
    {
        await engine.Directory.RefreshAsync();
        return (await engine.Directory.FindCampaignAsync(campaign))!.Status;
    }
}
