using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Prizes;

public sealed class TakingBackTests
{
    [Fact]
    public async Task A_killed_silos_unit_comes_back_without_anybody_calling_and_its_late_write_never_lands()
    {
        var watched = new WatchedJournal(new MemoryJournal());
        var doomed = new FaultyJournal(watched);
        await using var before = await Engine.StartAsync(doomed);
        var campaign = await before.CreateOwnCampaignAsync(Definitions.InstantWin(
            odds: "1", quantity: 1, more: """ "maxPlays": [ { "times": 1, "per": "campaign" } ], """));
        var late = new CampaignFaults(doomed, before.Codec, campaign).StopBeforeNext<StoredEvent>();
        _ = before.RecordAsync(campaign, "ann", "e-1");
        await late.Reached;
        await before.KillAsync();

        await using var after = await Engine.StartAsync(watched);
        var reader = new CampaignReader(watched, after.Codec, campaign);
        await Eventually.Holds(async () => (await reader.PoolAsync<StoredClaimVoided>()).Count == 1, "the unit is taken back");
        var ann = await after.RefAsync(campaign, "ann");
        Assert.Single((await reader.ParticipantAsync(ann)).Releases);
        Assert.Empty(watched.Conflicts);

        late.Open();
        await Eventually.Holds(() => Task.FromResult(watched.Conflicts.Count == 1), "the late write fails");
        Assert.Equal(StreamNames.Participant(campaign, ann), Assert.Single(watched.Conflicts));

        var retried = await after.RecordAsync(campaign, "ann", "e-1");
        var again = await after.RecordAsync(campaign, "ann", "e-1");
        var refused = await after.RecordAsync(campaign, "ann", "e-2");
        Assert.False(retried.Replayed);
        Assert.NotNull(retried.WinCode());
        Assert.True(again.Replayed);
        Assert.Equal(retried.Data, again.Data);
        Assert.Equal(RecordEventStatus.PlaysExceeded, refused.Status);
        var record = await reader.ParticipantAsync(ann);
        Assert.Equal(2, Assert.Single(record.Wins).Award);
    }

    [Fact]
    public async Task A_killed_silos_kept_award_is_closed_though_its_confirmation_was_lost()
    {
        var watched = new WatchedJournal(new MemoryJournal());
        var doomed = new FaultyJournal(watched);
        await using var before = await Engine.StartAsync(doomed);
        var campaign = await before.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "1", quantity: 1));
        var late = new CampaignFaults(doomed, before.Codec, campaign).StopAfterNext<StoredEvent>();
        _ = before.RecordAsync(campaign, "ann", "e-1");
        await late.Reached;
        await before.KillAsync();

        await using var after = await Engine.StartAsync(watched);
        var reader = new CampaignReader(watched, after.Codec, campaign);
        await Eventually.Holds(async () => (await reader.PendingAsync()).Count == 0, "no work is left");

        Assert.Equal(1, Assert.Single(Assert.Single(await reader.PoolAsync<StoredClaimsClosed>()).Awards));
        Assert.Empty(await reader.PoolAsync<StoredClaimVoided>());
        Assert.True((await after.RecordAsync(campaign, "ann", "e-1")).Replayed);
    }
}
