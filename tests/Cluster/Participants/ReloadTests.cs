using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Participants;

public sealed class ReloadTests
{
    [Fact]
    public async Task Points_and_answers_outlive_the_silo()
    {
        var journal = new FaultyJournal(new MemoryJournal());
        await using var before = await Engine.StartAsync(journal);
        var campaign = await before.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "1", quantity: 10));
        var recorded = await before.RecordAsync(campaign, "ann", "e-1");
        await before.KillAsync();

        await using var after = await Engine.StartAsync(journal);
        var replayed = await after.RecordAsync(campaign, "ann", "e-1");
        var next = await after.RecordAsync(campaign, "ann", "e-2");

        Assert.Equal(recorded.Data, replayed.Data);
        Assert.False(next.Replayed);
        Assert.Equal(1250, (await (await after.ParticipantAsync(campaign, "ann")).Get())!.TotalPoints);
        var stream = await journal.ReadAsync(StreamNames.Participant(campaign, await after.RefAsync(campaign, "ann")));
        Assert.Null(stream.Snapshot);
        Assert.Equal(2, stream.Entries.Count);
    }
}
