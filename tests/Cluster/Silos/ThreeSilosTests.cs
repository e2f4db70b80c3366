using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Registry.Stored;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Silos;

/// <summary>What must not depend on which silo a grain is on.</summary>
public sealed class ThreeSilosTests(ThreeSilos three) : IClassFixture<ThreeSilos>
{
    [Fact]
    public async Task Every_unit_is_won_once_and_the_rest_are_told_that_it_is_sold_out()
    {
        var campaign = await three.CampaignAsync(quantity: 20);

        var replies = await Task.WhenAll(Enumerable.Range(0, 60).Select(user => three.Engine.RecordAsync(campaign, $"user-{user}", "e-1")));

        Assert.All(replies, reply => Assert.Equal(RecordEventStatus.Recorded, reply.Status));
        Assert.Equal(20, replies.Select(reply => reply.WinCode()).OfType<string>().Distinct().Count());
        await Eventually.Holds(async () => Assert.Single(await three.Engine.Pool(campaign).GetStock()) is { Open: 0, Awarded: 20, Remaining: 0 },
            "all awards are settled");
        Assert.Equal(20, (await three.Reader(campaign).ParticipantsAsync()).Sum(participant => participant.Wins.Count()));
    }

    [Fact]
    public async Task The_same_event_sent_again_gets_the_same_bytes()
    {
        var campaign = await three.CampaignAsync();
        var first = await three.Engine.RecordAsync(campaign, "ann", "e-1");

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => three.Engine.RecordAsync(campaign, "ann", "e-1")));

        Assert.All(replies, reply => Assert.True(reply.Replayed));
        Assert.All(replies, reply => Assert.Equal(first.Data, reply.Data));
    }

    [Fact]
    public async Task Two_campaigns_know_nothing_of_each_other()
    {
        var (one, other) = (await three.CampaignAsync(quantity: 1), await three.CampaignAsync(quantity: 1));

        var replies = await Task.WhenAll(three.Engine.RecordAsync(one, "ann", "e-1"), three.Engine.RecordAsync(other, "ann", "e-1"));

        Assert.Equal(2, replies.Select(reply => reply.WinCode()).OfType<string>().Distinct().Count());
        Assert.NotEqual(await three.Engine.RefAsync(one, "ann"), await three.Engine.RefAsync(other, "ann"));
    }

    [Fact]
    public async Task An_award_whose_event_was_not_kept_goes_back_to_stock()
    {
        var campaign = await three.CampaignAsync(quantity: 1);
        three.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        Assert.Equal(RecordEventStatus.OutcomeUnknown, (await three.Engine.RecordAsync(campaign, "ann", "e-1")).Status);

        await three.Engine.Pool(campaign).Resume();

        Assert.NotNull((await three.Engine.RecordAsync(campaign, "bob", "e-1")).WinCode());
    }

    [Fact]
    public async Task A_caller_in_another_process_learns_what_failed()
    {
        var campaign = await three.CampaignAsync();
        three.Faults(campaign).AtNext<AppActivityChanged>(AppendFault.CommitsAndThrows);
        var registry = three.Engine.Grains.GetGrain<IRegistryGrain>(0);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => registry.SetAppActive(Engine.App, active: false));
        await registry.SetAppActive(Engine.App, active: true);
        await Assert.ThrowsAsync<ArgumentException>(() => registry.ReserveSlug(Guid.NewGuid(), CampaignEnvironment.Test, "nobody-s"));
    }
}
