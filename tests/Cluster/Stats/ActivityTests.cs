using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Stats;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Interfaces.Stats;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Stats;

public sealed class ActivityTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task What_happened_is_counted_and_the_points_come_to_the_totals()
    {
        var campaign = await one.CampaignAsync();
        var won = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        await one.Engine.RecordAsync(campaign, "bob", "e-1", "visit");
        var ann = await one.Engine.ParticipantAsync(campaign, "ann");
        var bob = await one.Engine.ParticipantAsync(campaign, "bob");
        await bob.AdjustPoints(new AdjustPointsRequest("a-1", true, 30, "Sorry", "key-1", null));
        await ann.SetDisplayName(new SetDisplayNameRequest("Ann", null));
        await one.Engine.Pool(campaign).VoidWin(new VoidWinRequest("key-1", won.WinCode()!, Restock: false, "Fraud"));

        var total = (await ann.Get())!.TotalPoints + (await bob.Get())!.TotalPoints;

        await BecomesAsync(campaign, new Activity(2, 2, total, 1, 1));
    }

    [Fact]
    public async Task What_comes_later_is_counted_when_it_is_asked_for_again()
    {
        var campaign = await one.CampaignAsync();
        await one.Engine.RecordAsync(campaign, "ann", "e-1", "visit");
        await BecomesAsync(campaign, new Activity(1, 1, 0, 0, 0));

        await one.Engine.RecordAsync(campaign, "ann", "e-2", "visit");
        await one.Engine.RecordAsync(campaign, "bob", "e-1", "visit");

        await BecomesAsync(campaign, new Activity(2, 3, 0, 0, 0));
    }

    [Fact]
    public async Task Erasing_takes_nothing_from_the_past_and_who_comes_back_does_not_join_again()
    {
        var campaign = await one.CampaignAsync(odds: "0.000000000000000001");
        await one.Engine.RecordAsync(campaign, "ann", "e-1");
        await BecomesAsync(campaign, new Activity(1, 1, 100, 1, 0));

        await (await one.Engine.ParticipantAsync(campaign, "ann")).Erase(new EraseParticipantRequest("key"));
        await one.Engine.RecordAsync(campaign, "ann", "e-2");

        await BecomesAsync(campaign, new Activity(1, 2, 200, 2, 0));
    }

    [Fact]
    public async Task A_counting_that_fails_is_continued_and_counts_nothing_twice()
    {
        var campaign = await one.CampaignAsync();
        foreach (var user in new[] { "ann", "bob", "cid" })
            await one.Engine.RecordAsync(campaign, user, "e-1", "visit");
        var reads = 0;
        one.Watched.OnReadEntries = (stream, _) => stream.Scope.Campaign == campaign.Value && Interlocked.Increment(ref reads) == 2
            ? throw new JournalUnavailableException("A test says that the journal does not answer.")
            : Task.CompletedTask;

        await Assert.ThrowsAsync<JournalUnavailableException>(() => ReadAsync(one.Engine, campaign));

        await BecomesAsync(campaign, new Activity(3, 3, 0, 0, 0));
        Assert.InRange(reads, 4, 6);
    }

    [Fact]
    public async Task While_the_first_counting_lasts_there_is_no_answer_and_later_there_is_the_one_before()
    {
        var campaign = await one.CampaignAsync();
        await one.Engine.RecordAsync(campaign, "ann", "e-1", "visit");
        var first = new Gate();
        one.Watched.OnReadEntries = (stream, _) => stream.Scope.Campaign == campaign.Value ? first.PassAsync() : Task.CompletedTask;

        Assert.Null(await ReadAsync(one.Engine, campaign));
        first.Open();
        await BecomesAsync(campaign, new Activity(1, 1, 0, 0, 0));

        await one.Engine.RecordAsync(campaign, "ann", "e-2", "visit");
        var second = new Gate();
        one.Watched.OnReadEntries = (stream, _) => stream.Scope.Campaign == campaign.Value ? second.PassAsync() : Task.CompletedTask;
        await Eventually.Holds(
            async () =>
            {
                Assert.Equal(new Activity(1, 1, 0, 0, 0), await ReadAsync(one.Engine, campaign));
                return second.Reached.IsCompleted;
            },
            "the second counting has begun");
        second.Open();
        await BecomesAsync(campaign, new Activity(1, 2, 0, 0, 0));
    }

    [Fact]
    public async Task A_campaign_without_participants_has_empty_points()
    {
        var campaign = await one.CampaignAsync();

        await BecomesAsync(campaign, default);
    }

    [Fact]
    public async Task Another_engine_counts_the_same()
    {
        var campaign = await one.CampaignAsync();
        for (var user = 0; user < 40; user++)
        {
            for (var i = 0; i < 10; i++)
                await one.Engine.RecordAsync(campaign, $"user-{user}", $"e-{i}", "visit");
        }

        await BecomesAsync(campaign, new Activity(40, 400, 0, 0, 0));
        await using var other = await Engine.StartAsync(one.Journal);

        await BecomesAsync(campaign, new Activity(40, 400, 0, 0, 0), other);
    }

    [Fact]
    public async Task The_counts_are_what_the_entries_of_all_come_to()
    {
        var campaign = await one.CampaignAsync(odds: "0.5");
        string[] users = [.. Enumerable.Range(0, 40).Select(i => $"user-{i}")];
        await Task.WhenAll(users.Select(user => one.Engine.RecordAsync(campaign, user, "e-1")));
        await Task.WhenAll(users.Take(20).Select(user => one.Engine.RecordAsync(campaign, user, "e-2")));

        var folded = default(Activity);
        foreach (var user in users)
        {
            var state = Participant.New;
            await foreach (var entry in one.Journal.ReadEntriesAsync(StreamNames.Participant(campaign, await one.Engine.RefAsync(campaign, user)), 1))
                state = state.Apply(ParticipantStorage.FromStored(one.Engine.Codec.Decode<StoredParticipantEntry>(entry.Public)), entry.Time);
            folded += new Activity(1, state.EventsCount, state.TotalPoints, state.Plays.Total, state.Wins);
        }

        Assert.Equal((40, 60, 60), (folded.Participants, folded.Events, folded.Plays));
        await BecomesAsync(campaign, folded);
    }

    [Fact]
    public async Task Without_a_range_the_newest_hours_are_shown()
    {
        var campaign = await one.CampaignAsync();
        var grain = one.Engine.Grains.GetGrain<IActivityGrain>(CampaignKey.Format(campaign));
        var none = await grain.Read(new SeriesQuery(SeriesInterval.Hour, null, null, "UTC"));
        Assert.Equal(SeriesStatus.Shown, none.Status);
        Assert.Empty(none.Series!.Points);

        await one.Engine.RecordAsync(campaign, "ann", "e-1", "visit");
        await BecomesAsync(campaign, new Activity(1, 1, 0, 0, 0));

        var points = (await grain.Read(new SeriesQuery(SeriesInterval.Hour, null, null, "UTC"))).Series!.Points;
        Assert.InRange(points.Count, 24, 25);
        Assert.Equal((1, 1), (points[^1].Participants, points[^1].Events));
        Assert.Equal(
            SeriesStatus.TooLong,
            (await grain.Read(new SeriesQuery(SeriesInterval.Hour, DateTimeOffset.UtcNow.AddHours(-1_002), null, "UTC"))).Status);
    }

    private Task BecomesAsync(CampaignId campaign, Activity expected, Engine? engine = null) => Eventually.Holds(
        async () => await ReadAsync(engine ?? one.Engine, campaign) == expected, $"the activity is {expected}");

    /// <summary>Of the last day. Null while it is counted.</summary>
    private static async Task<Activity?> ReadAsync(Engine engine, CampaignId campaign)
    {
        var now = DateTimeOffset.UtcNow;
        var reply = await engine.Grains.GetGrain<IActivityGrain>(CampaignKey.Format(campaign))
            .Read(new SeriesQuery(SeriesInterval.Hour, now.AddDays(-1), now.AddMinutes(1), "UTC"));
        return reply.Series?.Points.Aggregate(
            default(Activity),
            (sum, point) => sum + new Activity(point.Participants, point.Events, point.Points, point.Plays, point.Wins));
    }
}
