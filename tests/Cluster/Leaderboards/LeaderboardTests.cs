using System.Diagnostics;
using CampaignEngine.Grains.Interfaces.Leaderboards;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Leaderboards;

public sealed class LeaderboardTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task Points_are_on_the_board_within_a_second_in_order()
    {
        var took = TimeSpan.MaxValue;
        // A second is promised. A busy machine gets three tries, and in the light runs, which share it, more time.
        var promised = TimeSpan.FromSeconds(Heavy.Count(light: 5, heavy: 1));
        for (var tries = 1; tries <= 3 && took > promised; tries++)
            took = await ThirtyUsersAsync();

        Assert.InRange(took, TimeSpan.Zero, promised);
    }

    private async Task<TimeSpan> ThirtyUsersAsync()
    {
        var campaign = await one.CampaignAsync(odds: "0.000000000000000001");
        await one.Engine.ReadAllAsync(campaign);
        string[] users = [.. Enumerable.Range(0, 30).Select(i => $"user-{i}")];
        foreach (var (user, at) in users.Select((user, at) => (user, at)))
        {
            for (var i = 0; i <= at % 4; i++)
                await one.Engine.RecordAsync(campaign, user, $"e-{i}");
        }

        var recordedAt = Stopwatch.GetTimestamp();
        await one.Engine.BecomesAsync(one.Journal, campaign, users);
        var took = Stopwatch.GetElapsedTime(recordedAt);

        Assert.Equal(new BoardTotalsView(30, 73, 7300, 73, 0), await one.Engine.Board(campaign).GetTotals());
        return took;
    }

    [Fact]
    public async Task A_rank_counts_the_points_that_are_newest_of_the_participant()
    {
        var campaign = await one.CampaignAsync(odds: "0.000000000000000001");
        await one.Engine.RecordAsync(campaign, "ann", "e-1");
        await one.Engine.RecordAsync(campaign, "bob", "e-1");
        await one.Engine.BecomesAsync(one.Journal, campaign, ["ann", "bob"]);

        await one.Engine.RecordAsync(campaign, "bob", "e-2");
        var bob = (await (await one.Engine.ParticipantAsync(campaign, "bob")).Get())!;
        var rank = await one.Engine.Board(campaign).GetRank(
            (await one.Engine.RefAsync(campaign, "bob")).Value, new BoardPlace(bob.TotalPoints, bob.ReachedAt, "bob"));

        Assert.Equal(1, rank);
    }

    [Fact]
    public async Task What_was_kept_although_nobody_knew_is_on_the_board_once_it_is_sent_again()
    {
        var campaign = await one.CampaignAsync(odds: "0.000000000000000001");
        await one.Engine.ReadAllAsync(campaign);
        one.Faults(campaign).AtNext<StoredEvent>(AppendFault.CommitsAndThrows);

        Assert.Equal(RecordEventStatus.OutcomeUnknown, (await one.Engine.RecordAsync(campaign, "ann", "e-1")).Status);
        Assert.True((await one.Engine.RecordAsync(campaign, "ann", "e-1")).Replayed);

        await one.Engine.BecomesAsync(one.Journal, campaign, ["ann"]);
    }

    [Fact]
    public async Task Nobody_is_on_the_board_who_has_no_event()
    {
        var campaign = await one.CampaignAsync();
        await (await one.Engine.ParticipantAsync(campaign, "ann")).Get();

        Assert.Empty((await one.Engine.ReadAllAsync(campaign)).Scores);
        Assert.Empty((await one.Engine.Board(campaign).ReadAround((await one.Engine.RefAsync(campaign, "ann")).Value, 5))!.Scores);
    }
}
