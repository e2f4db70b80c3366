using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Cluster.Tests.Participants;

public sealed class RefusalTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task An_id_that_was_refused_may_be_used_for_the_corrected_request()
    {
        var campaign = await one.CampaignAsync();
        var ahead = Requests.Event("ann", "e-1") with { OccurredAt = TimeProvider.System.GetUtcNow().AddHours(1) };

        var refused = await one.Engine.RecordAsync(campaign, ahead);
        var corrected = await one.Engine.RecordAsync(campaign, ahead with { OccurredAt = TimeProvider.System.GetUtcNow() });

        Assert.Equal(RecordEventStatus.OccurredInFuture, refused.Status);
        Assert.Equal((RecordEventStatus.Recorded, false), (corrected.Status, corrected.Replayed));
    }

    [Fact]
    public async Task A_refusal_leaves_nothing_in_the_journal()
    {
        var campaign = await one.CampaignAsync(more: """ "maxPlays": [ { "times": 1, "per": "campaign" } ], """);
        await one.Engine.RecordAsync(campaign, "ann", "e-1");

        var refused = await one.Engine.RecordAsync(campaign, "ann", "e-2");

        Assert.Equal(RecordEventStatus.PlaysExceeded, refused.Status);
        var ann = Assert.Single(await one.Reader(campaign).ParticipantsAsync());
        Assert.Equal("e-1", Assert.Single(ann.Entries).EventId);
        Assert.Single(await one.Reader(campaign).PoolAsync<Grains.Prizes.Stored.StoredPrizeAwarded>());
    }

    [Fact]
    public async Task An_event_that_was_recorded_is_replayed_even_when_it_would_be_refused_now()
    {
        var campaign = await one.CampaignAsync(more: """ "maxPlays": [ { "times": 1, "per": "campaign" } ], """);
        var recorded = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        Assert.Equal(CampaignReplyStatus.Done, (await one.Engine.Campaign(campaign).Pause()).Status);

        var again = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var other = await one.Engine.RecordAsync(campaign, "ann", "e-2");

        Assert.True(again.Replayed);
        Assert.Equal(recorded.Data, again.Data);
        Assert.Equal(RecordEventStatus.CampaignNotActive, other.Status);
    }

    [Fact]
    public async Task Who_was_only_refused_is_no_participant()
    {
        var campaign = await one.CampaignAsync();
        await one.Engine.Campaign(campaign).Pause();

        Assert.Equal(RecordEventStatus.CampaignNotActive, (await one.Engine.RecordAsync(campaign, "ann", "e-1")).Status);

        Assert.Null(await (await one.Engine.ParticipantAsync(campaign, "ann")).Get());
        Assert.Empty(await one.Reader(campaign).ParticipantsAsync());
    }
}
