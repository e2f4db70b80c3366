using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Cluster.Tests.Participants;

public sealed class TwoActivationsTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    [Fact]
    public async Task The_same_event_a_hundred_times_at_once_at_both_is_counted_once()
    {
        var campaign = await two.CampaignAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(
            i => (i % 2 == 0 ? two.First : two.Second).RecordAsync(campaign, "ann", "e-1")));

        Assert.All(replies, reply => Assert.Equal(RecordEventStatus.Recorded, reply.Status));
        Assert.All(replies, reply => Assert.Equal(replies[0].Data, reply.Data));
        Assert.Single(replies, reply => !reply.Replayed);
        var ann = await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, "ann"));
        Assert.Single(ann.Events);
        Assert.Single(ann.Wins);
    }

    [Fact]
    public async Task Both_get_the_same_award_for_a_play_and_only_one_keeps_it()
    {
        var campaign = await two.CampaignAsync();
        var gate = two.Faults(campaign).StopBeforeNext<StoredEvent>();

        var slow = two.First.RecordAsync(campaign, "ann", "slow");
        await gate.Reached;
        var fast = await two.Second.RecordAsync(campaign, "ann", "fast");
        var awardedBetween = await two.Reader(campaign).PoolAsync<StoredPrizeAwarded>();
        gate.Open();

        Assert.Equal(RecordEventStatus.Recorded, fast.Status);
        Assert.Equal(RecordEventStatus.Recorded, (await slow).Status);
        Assert.Single(awardedBetween);
        var ann = await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, "ann"));
        Assert.Equal(
            [("fast", 1L, 1L), ("slow", 2L, 2L)],
            ann.Entries.Select(entry => (entry.EventId!, ((StoredEvent)entry.Entry).Play!.Number, ((StoredEvent)entry.Entry).Play!.Win!.Award)));
    }

    [Fact]
    public async Task An_activation_that_is_behind_does_not_refuse_what_the_other_recorded()
    {
        var campaign = await two.CampaignAsync();
        await two.First.RecordAsync(campaign, "ann", "e-1");
        var recorded = await two.Second.RecordAsync(campaign, "ann", "e-2");
        await two.First.Campaign(campaign).Pause();

        var again = await two.First.RecordAsync(campaign, "ann", "e-2");

        Assert.Equal(RecordEventStatus.Recorded, again.Status);
        Assert.Equal(recorded.Data, again.Data);
    }

    [Fact]
    public async Task Plays_are_not_exceeded_over_both()
    {
        var campaign = await two.CampaignAsync(more: """ "maxPlays": [ { "times": 3, "per": "day" } ], """);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => (i % 2 == 0 ? two.First : two.Second).RecordAsync(campaign, "ann", $"e-{i}")));

        // One that lost the fence three times in a row is told so; nobody else may be.
        Assert.Equal(3, replies.Count(reply => reply.Status == RecordEventStatus.Recorded));
        Assert.All(replies, reply => Assert.True(
            reply.Status is RecordEventStatus.Recorded or RecordEventStatus.PlaysExceeded or RecordEventStatus.Unavailable));
        var ann = await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, "ann"));
        Assert.Equal([1L, 2, 3], ann.Events.Select(recorded => recorded.Play!.Number));
    }
}
