using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Cluster.Tests.Participants;

public sealed class TestClockTests(OneEngine one) : IClassFixture<OneEngine>
{
    private static readonly DateTimeOffset Monday = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_event_is_recorded_at_the_time_of_its_test_clock()
    {
        var campaign = await StreakAsync();

        // Day after day, then a day without.
        var days = new List<int>();
        foreach (var day in new[] { 0, 1, 1, 2, 4 })
        {
            await RecordAsync(campaign, $"e-{days.Count}", Monday.AddDays(day));
            days.Add((await GetAsync(campaign, Monday.AddDays(day)))!.Streak!.Days);
        }

        Assert.Equal([1, 2, 2, 3, 1], days);
        Assert.Equal(0, (await GetAsync(campaign, Monday.AddDays(6)))!.Streak!.Days);
        var ann = await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"));
        Assert.Equal([0, 1, 1, 2, 4], ann.Entries.Select(entry => (int)(entry.Time - Monday).TotalDays));
        Assert.Equal([10, 10, 0, 40, 10], ann.Events.Select(recorded => recorded.PointsEarned - 1));
    }

    [Fact]
    public async Task A_test_clock_before_the_last_entry_is_refused_and_a_replay_does_not_ask_for_it()
    {
        var campaign = await StreakAsync();
        var recorded = await RecordAsync(campaign, "e-1", Monday);

        Assert.Equal(RecordEventStatus.TestClockBackwards, (await RecordAsync(campaign, "e-2", Monday.AddTicks(-1))).Status);
        Assert.Equal(RecordEventStatus.Recorded, (await RecordAsync(campaign, "e-2", Monday)).Status);
        var again = await RecordAsync(campaign, "e-1", Monday.AddDays(-1));

        Assert.True(again.Replayed);
        Assert.Equal(recorded.Data, again.Data);
        Assert.Equal(Monday, (await GetAsync(campaign, Monday.AddDays(-1)))!.LastEntryAt);
    }

    [Fact]
    public async Task Without_a_test_clock_time_goes_on_from_the_last_entry()
    {
        var campaign = await StreakAsync();
        var ahead = TimeProvider.System.GetUtcNow().AddDays(30);
        await RecordAsync(campaign, "e-1", ahead);

        await RecordAsync(campaign, "e-2", testClock: null);

        var ann = await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"));
        Assert.Equal([ahead, ahead], ann.Entries.Select(entry => entry.Time));
    }

    [Fact]
    public async Task Corrections_are_made_at_the_time_of_their_test_clock()
    {
        var campaign = await StreakAsync();
        await RecordAsync(campaign, "e-1", Monday);
        var ann = await one.Engine.ParticipantAsync(campaign, "ann");
        AdjustPointsRequest Adjustment(DateTimeOffset time) => new($"a-{time.Ticks}", RequestIdGiven: true, 5, "Because", "key-1", time);

        Assert.Equal(CorrectionStatus.TestClockBackwards, (await ann.AdjustPoints(Adjustment(Monday.AddTicks(-1)))).Status);
        Assert.Equal(CorrectionStatus.Done, (await ann.AdjustPoints(Adjustment(Monday.AddHours(1)))).Status);
        Assert.Equal(CorrectionStatus.TestClockBackwards, await ann.ChangeExclusion(new ChangeExclusionRequest(true, "Because", "key-1", Monday)));
        Assert.Equal(RecordEventStatus.Recorded, (await RecordAsync(campaign, "e-2", Monday.AddHours(1))).Status);
    }

    private Task<CampaignId> StreakAsync() => one.Engine.CreateOwnCampaignAsync("""
        {
          "name": "Test", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z",
          "points": { "rules": [ { "id": "login", "eventType": "login", "points": 1 } ] },
          "streak": { "eventTypes": ["login"], "bonuses": [ { "days": 1, "points": 10, "repeats": true }, { "days": 3, "points": 30 } ] }
        }
        """);

    private Task<RecordEventReply> RecordAsync(CampaignId campaign, string eventId, DateTimeOffset? testClock) =>
        one.Engine.RecordAsync(campaign, Requests.Event("ann", eventId, "login") with { TestClock = testClock });

    private async Task<ParticipantView?> GetAsync(CampaignId campaign, DateTimeOffset testClock) =>
        await (await one.Engine.ParticipantAsync(campaign, "ann")).Get(testClock);
}
