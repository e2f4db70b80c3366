using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Participants;

/// <summary>Events of one user that come in one call.</summary>
public sealed class SeveralEventsTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    /// <summary>No play wins, so nothing but a snapshot parts the appends.</summary>
    private const string NoWins = "0.000000000000000001";

    [Fact]
    public async Task They_are_answered_as_one_after_another_and_kept_in_one_append()
    {
        var campaign = await two.CampaignAsync(NoWins);
        var appends = CountAppends();

        var together = await RecordAsync(campaign, "ann", 0, 10);
        var alone = new List<RecordEventReply>();
        for (var i = 0; i < 10; i++)
            alone.Add(await two.First.RecordAsync(campaign, "bob", $"e-{i}"));

        Assert.Equal(1, await appends("ann", campaign));
        Assert.Equal(10, await appends("bob", campaign));
        Assert.All(together, reply => Assert.Equal((RecordEventStatus.Recorded, false), (reply.Status, reply.Replayed)));
        Assert.Equal(alone.Select(reply => reply.Data), together.Select(reply => reply.Data));
        var ann = await ReadAsync(campaign, "ann");
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"e-{i}"), ann.Entries.Select(entry => entry.EventId));
        Assert.Equal(1_050, ann.Summary!.Points);
    }

    [Fact]
    public async Task Every_play_is_committed_before_the_next_claim()
    {
        var campaign = await two.CampaignAsync("1", quantity: 3);
        var appends = CountAppends();

        var replies = await RecordAsync(campaign, "ann", 0, 5);

        Assert.Equal(5, await appends("ann", campaign));
        Assert.Equal(5, replies.Count(reply => reply.Status == RecordEventStatus.Recorded));
        Assert.Equal(3, replies.Select(reply => reply.WinCode()).OfType<string>().Distinct().Count());
        Assert.Equal([1L, 2, 3, 4, 5], (await ReadAsync(campaign, "ann")).Events.Select(recorded => recorded.Play!.Number));
    }

    [Fact]
    public async Task One_that_is_refused_does_not_spoil_the_others()
    {
        var campaign = await two.CampaignAsync(NoWins, more: """ "maxPlays": [ { "times": 2, "per": "campaign" } ], """);

        var replies = await RecordAsync(campaign,
        [
            Requests.Event("ann", "e-1"), Requests.Event("ann", "e-2"), Requests.Event("ann", "e-3"),
            Requests.Event("ann", "e-4", "signup"), Requests.Event("ann", "e-5") with { OccurredAt = DateTimeOffset.MaxValue },
            Requests.Event("ann", "e-6", "signup"),
        ]);

        Assert.Equal(
            [RecordEventStatus.Recorded, RecordEventStatus.Recorded, RecordEventStatus.PlaysExceeded,
                RecordEventStatus.Recorded, RecordEventStatus.OccurredInFuture, RecordEventStatus.Recorded],
            replies.Select(reply => reply.Status));
        Assert.Equal(["e-1", "e-2", "e-4", "e-6"], (await ReadAsync(campaign, "ann")).Entries.Select(entry => entry.EventId));
    }

    [Fact]
    public async Task One_id_twice_in_a_call_is_a_replay_or_another_request()
    {
        var campaign = await two.CampaignAsync(NoWins);

        var replies = await RecordAsync(campaign,
            [Requests.Event("ann", "e-1"), Requests.Event("ann", "e-1"), Requests.Event("ann", "e-1", "signup"), Requests.Event("ann", "e-2")]);

        Assert.Equal(
            [(RecordEventStatus.Recorded, false), (RecordEventStatus.Recorded, true), (RecordEventStatus.EventIdReused, false), (RecordEventStatus.Recorded, false)],
            replies.Select(reply => (reply.Status, reply.Replayed)));
        Assert.Equal(replies[0].Data, replies[1].Data);
        Assert.Equal(["e-1", "e-2"], (await ReadAsync(campaign, "ann")).Entries.Select(entry => entry.EventId));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_failure_in_the_middle_the_rest_is_unknown_and_sending_all_again_tells(bool isCommitted)
    {
        var campaign = await two.CampaignAsync(NoWins);
        await RecordAsync(campaign, "ann", 0, 32);
        two.Faults(campaign).AtNext<StoredEvent>(new AppendFault(After: () =>
        {
            // The first append of the call is kept, the second is not known to be.
            two.Faults(campaign).AtNext<StoredEvent>(isCommitted ? AppendFault.CommitsAndThrows : AppendFault.ThrowsWithoutCommitting);
            return Task.CompletedTask;
        }));

        var replies = await RecordAsync(campaign, "ann", 32, 70);
        var kept = (await ReadAsync(campaign, "ann")).Entries.Count;
        var again = await RecordAsync(campaign, "ann", 32, 70);

        Assert.All(replies[..32], reply => Assert.Equal(RecordEventStatus.Recorded, reply.Status));
        Assert.All(replies[32..], reply => Assert.Equal(RecordEventStatus.OutcomeUnknown, reply.Status));
        Assert.Equal(isCommitted ? 96 : 64, kept);
        Assert.All(again, reply => Assert.Equal(RecordEventStatus.Recorded, reply.Status));
        Assert.Equal(replies[..32].Select(reply => reply.Data), again[..32].Select(reply => reply.Data));
        Assert.Equal(kept - 32, again.Count(reply => reply.Replayed));
        Assert.Equal(Enumerable.Range(0, 102).Select(i => $"e-{i}"), (await ReadAsync(campaign, "ann")).Entries.Select(entry => entry.EventId));
    }

    [Fact]
    public async Task Storage_that_is_away_keeps_nothing_and_says_so()
    {
        var campaign = await two.CampaignAsync(NoWins);
        two.Faults(campaign).AtNext<StoredEvent>(new AppendFault(Before: () => Task.FromException(new JournalUnavailableException("A test's."))));

        var replies = await RecordAsync(campaign, "ann", 0, 3);

        Assert.All(replies, reply => Assert.Equal(RecordEventStatus.Unavailable, reply.Status));
        Assert.Empty((await two.Reader(campaign).ParticipantsAsync()));
    }

    [Fact]
    public async Task What_another_activation_wrote_in_between_is_decided_on()
    {
        var campaign = await two.CampaignAsync(NoWins);
        var gate = two.Faults(campaign).StopBeforeNext<StoredEvent>();

        var slow = RecordAsync(campaign, "ann", 0, 5);
        await gate.Reached;
        var fast = await two.Second.RecordAsync(campaign, "ann", "e-3");
        gate.Open();
        var replies = await slow;

        Assert.Equal(fast.Data, replies[3].Data);
        Assert.Equal([false, false, false, true, false], replies.Select(reply => reply.Replayed));
        Assert.Equal(["e-3", "e-0", "e-1", "e-2", "e-4"], (await ReadAsync(campaign, "ann")).Entries.Select(entry => entry.EventId));
    }

    [Fact]
    public async Task Many_over_several_snapshots_are_what_another_silo_reads_and_each_counts_once()
    {
        var campaign = await two.CampaignAsync(NoWins);
        await RecordAsync(campaign, "ann", 0, 5);

        // More than a participant keeps the ids of.
        var replies = await RecordAsync(campaign, "ann", 0, 700);
        var again = await RecordAsync(campaign, "ann", 0, 700);

        Assert.Equal(5, replies.Count(reply => reply.Replayed));
        Assert.All(again, reply => Assert.Equal((RecordEventStatus.Recorded, true), (reply.Status, reply.Replayed)));
        Assert.Equal(replies.Select(reply => reply.Data), again.Select(reply => reply.Data));
        var shown = await (await two.First.ParticipantAsync(campaign, "ann")).Get();
        Assert.Equal(700, shown!.EventsCount);
        Assert.Equivalent(shown, await (await two.Second.ParticipantAsync(campaign, "ann")).Get(), strict: true);
    }

    [Fact]
    public async Task Asked_for_replays_only_it_records_nothing()
    {
        var campaign = await two.CampaignAsync(NoWins);
        var known = await two.Second.RecordAsync(campaign, "ann", "e-1");

        var replies = await RecordAsync(campaign,
            [Requests.Event("ann", "e-1") with { ReplayOnly = true }, Requests.Event("ann", "e-2") with { ReplayOnly = true }]);

        Assert.Equal([RecordEventStatus.Recorded, RecordEventStatus.NotRecorded], replies.Select(reply => reply.Status));
        Assert.Equal(known.Data, replies[0].Data);
        Assert.Single((await ReadAsync(campaign, "ann")).Entries);
    }

    [Fact]
    public async Task An_activation_that_is_behind_finds_the_replay_that_is_asked_for()
    {
        var campaign = await two.CampaignAsync(NoWins);
        await two.First.RecordAsync(campaign, "ann", "e-1");
        var known = await two.Second.RecordAsync(campaign, "ann", "e-2");

        var reply = await two.First.RecordAsync(campaign, Requests.Event("ann", "e-2") with { ReplayOnly = true });

        Assert.Equal((RecordEventStatus.Recorded, true), (reply.Status, reply.Replayed));
        Assert.Equal(known.Data, reply.Data);
    }

    private Task<RecordEventReply[]> RecordAsync(CampaignId campaign, string userId, int from, int count) =>
        RecordAsync(campaign, [.. Enumerable.Range(from, count).Select(i => Requests.Event(userId, $"e-{i}"))]);

    private async Task<RecordEventReply[]> RecordAsync(CampaignId campaign, RecordEventRequest[] requests) =>
        await (await two.First.ParticipantAsync(campaign, requests[0].UserId)).RecordEvents(requests);

    private async Task<ParticipantRecord> ReadAsync(CampaignId campaign, string userId) =>
        await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, userId));

    /// <summary>How many appends there were to a user's stream since.</summary>
    private Func<string, CampaignId, Task<int>> CountAppends()
    {
        var streams = new System.Collections.Concurrent.ConcurrentQueue<UInt128>();
        two.Journal.OnAppend = (stream, _) =>
        {
            streams.Enqueue(stream.Key);
            return null;
        };
        return async (userId, campaign) =>
        {
            var participant = await two.First.RefAsync(campaign, userId);
            return streams.Count(key => key == participant.Value);
        };
    }
}
