using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Participants;

public sealed class ReplayTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    private const int Events = 130;

    [Fact]
    public async Task All_entries_from_the_first_come_to_what_snapshot_and_tail_come_to()
    {
        var campaign = await two.CampaignAsync(odds: "0.4", quantity: 1000, more: """ "maxPlays": [ { "times": 100, "per": "week" } ], "whenPlaysExceeded": "recordWithoutPlay", """);
        for (var i = 0; i < Events; i++)
        {
            if (i % 9 == 4)
                await InterruptAsync(campaign, $"e-{i}");
            await two.First.RecordAsync(campaign, "ann", $"e-{i}");
        }

        var ann = await two.First.RefAsync(campaign, "ann");
        var record = await two.Reader(campaign).ParticipantAsync(ann);
        var stream = await two.Journal.ReadAsync(StreamNames.Participant(campaign, ann));
        Assert.True(stream.Snapshot!.Version >= 128);
        Assert.NotEmpty(record.Releases);

        var whole = record.Entries.Aggregate(Participant.New, Fold);
        var kept = ParticipantStorage.FromStored(two.First.Codec.Decode<StoredParticipant>(stream.Snapshot.State));
        var tail = record.Entries.Skip((int)stream.Snapshot.Version).Aggregate(kept, Fold);

        Assert.Equal(Events, whole.EventsCount);
        Assert.Equivalent(whole, tail, strict: true);
        Assert.Equal(whole.RecentWins.AsEnumerable(), tail.RecentWins);
        Assert.Equal(whole.Milestones.AsEnumerable(), tail.Milestones);
    }

    [Fact]
    public async Task Another_silo_shows_the_same_participant()
    {
        var campaign = await two.CampaignAsync(odds: "0.4", quantity: 1000);
        for (var i = 0; i < Events; i++)
            await two.First.RecordAsync(campaign, "ann", $"e-{i}");

        Assert.Equivalent(
            await (await two.First.ParticipantAsync(campaign, "ann")).Get(),
            await (await two.Second.ParticipantAsync(campaign, "ann")).Get(),
            strict: true);
    }

    [Fact]
    public async Task A_name_outlives_a_reload_that_failed_half_way()
    {
        var campaign = await two.CampaignAsync(odds: "0.000001", quantity: 1);
        // The snapshot is the newest entry's, so that the name has to be read apart.
        for (var i = 0; i < 32; i++)
            await two.First.RecordAsync(campaign, Requests.Event("ann", $"e-{i}") with { DisplayName = "Ann" });
        var stream = StreamNames.Participant(campaign, await two.First.RefAsync(campaign, "ann"));
        two.Watched.OnReadEntries = (read, _) => read == stream ? throw new IOException("A test's.") : Task.CompletedTask;
        await Assert.ThrowsAnyAsync<Exception>(() => two.Second.RecordAsync(campaign, "ann", "e-32"));
        two.Watched.OnReadEntries = null;

        await two.Second.RecordAsync(campaign, "ann", "e-32");

        Assert.Equal("Ann", (await (await two.Second.ParticipantAsync(campaign, "ann")).Get())!.DisplayName);
    }

    private static Participant Fold(Participant state, ParticipantEntryRecord entry) =>
        state.Apply(ParticipantStorage.FromStored(entry.Entry), entry.Time);

    /// <summary>Where the event wins, leaves a release before it.</summary>
    private async Task InterruptAsync(CampaignId campaign, string eventId)
    {
        new CampaignFaults(two.Journal, two.First.Codec, campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        await two.First.RecordAsync(campaign, "ann", eventId);
        await two.First.Pool(campaign).Resume();
    }
}
