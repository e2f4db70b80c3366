using CampaignEngine.Grains.Leaderboards;
using CampaignEngine.Journal.Memory;

namespace CampaignEngine.Cluster.Tests.Leaderboards;

public sealed class RestartTests
{
    private static readonly string[] Users = [.. Enumerable.Range(0, 40).Select(i => $"user-{i}")];

    [Fact]
    public async Task The_board_is_the_same_after_a_restart()
    {
        var journal = new MemoryJournal();
        await using var before = await Engine.StartAsync(journal);
        var campaign = await before.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "0.5", quantity: 1000));
        await Task.WhenAll(Users.Select(user => before.RecordAsync(campaign, user, "e-1")));
        await Task.WhenAll(Users.Take(20).Select(user => before.RecordAsync(campaign, user, "e-2")));
        await before.BecomesAsync(journal, campaign, Users);
        var shown = await before.ReadAllAsync(campaign);
        await before.KillAsync();

        await using var after = await Engine.StartAsync(journal);

        Assert.Equal(shown.Scores, (await after.ReadAllAsync(campaign)).Scores);
    }

    [Fact]
    public async Task What_a_killed_silo_had_not_told_yet_comes_from_the_journal()
    {
        var journal = new MemoryJournal();
        await using var engine = await Engine.StartAsync(journal, silos: 2);
        var campaign = await engine.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "0.5", quantity: 1000));
        await engine.RefreshAllAsync();
        await engine.ReadAllAsync(campaign);

        // Killed at once: what its participants committed last is in no message.
        await Task.WhenAll(Users.Select(user => engine.RecordAsync(campaign, user, "e-1")));
        await engine.KillOneAsync();

        await engine.BecomesAsync(journal, campaign, Users);
    }

    [Fact]
    public async Task A_board_that_missed_something_has_it_after_the_next_load()
    {
        var (journal, time) = (new MemoryJournal(), new ShiftedTime());
        await using var engine = await Engine.StartAsync(journal, time);
        var campaign = await engine.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "0.5", quantity: 1000));
        await engine.ReadAllAsync(campaign);
        // Another cluster over the same journal has a board of its own, and tells this one nothing.
        await using var other = await Engine.StartAsync(journal, time);
        await other.RecordAsync(campaign, "ann", "e-1");
        Assert.Empty((await engine.ReadAllAsync(campaign)).Scores);

        time.Advance(ReloadTimes.MaxInterval);

        await engine.BecomesAsync(journal, campaign, ["ann"]);
    }

    [Fact]
    public async Task A_second_activation_makes_a_board_load_again()
    {
        var journal = new MemoryJournal();
        await using var engine = await Engine.StartAsync(journal);
        var campaign = await engine.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "0.5", quantity: 1000));
        await engine.ReadAllAsync(campaign);
        await using var other = await Engine.StartAsync(journal);
        await other.RecordAsync(campaign, "ann", "e-1");

        // As a silo would that had told the other activation about ann.
        await engine.Board(campaign).Take(new([], Activation: Guid.NewGuid(), MissedSome: false));

        await engine.BecomesAsync(journal, campaign, ["ann"]);
    }

    [Fact]
    public async Task While_it_loads_a_board_says_so_and_takes_changes()
    {
        var journal = new WatchedSummaries(new MemoryJournal());
        await using var engine = await Engine.StartAsync(journal);
        var campaign = await engine.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "0.5", quantity: 1000));
        var gate = journal.StopReads();

        await engine.RecordAsync(campaign, "ann", "e-1");
        Assert.Null(await engine.Board(campaign).Read(null, 10));
        Assert.Null(await engine.Board(campaign).GetTotals());
        gate.Open();

        await engine.BecomesAsync(journal, campaign, ["ann"]);
    }

    [Fact]
    public async Task A_board_whose_journal_does_not_answer_is_loaded_later()
    {
        var journal = new WatchedSummaries(new MemoryJournal());
        await using var engine = await Engine.StartAsync(journal);
        var campaign = await engine.CreateOwnCampaignAsync(Definitions.InstantWin(odds: "0.5", quantity: 1000));
        journal.FailReads(times: 20);
        await engine.RecordAsync(campaign, "ann", "e-1");

        await engine.BecomesAsync(journal, campaign, ["ann"]);
        Assert.Equal(0, journal.FailuresLeft);
    }
}
