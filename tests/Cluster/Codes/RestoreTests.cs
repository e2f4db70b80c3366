using CampaignEngine.Domain.Codes;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Wins;
using CampaignEngine.Grains.Restores;

namespace CampaignEngine.Cluster.Tests.Codes;

/// <summary>A journal is put back from a backup, and what was shown after the backup is known to nobody.</summary>
public sealed class RestoreTests(LostJournal lost) : IClassFixture<LostJournal>
{
    [Fact]
    public async Task No_code_that_was_shown_comes_again_however_often_the_backup_is_put_back()
    {
        var first = await ShowCodesAfterRestoreAsync("first", LostJournal.TakenAt);
        var second = await ShowCodesAfterRestoreAsync("second", LostJournal.TakenAt.AddMinutes(10));

        string[] all = [lost.ShownBefore, .. lost.Shown, .. first, .. second];
        Assert.Equal(1 + 3 * (4 + 3), all.Length);
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public async Task A_restore_that_nobody_notes_shows_them_again()
    {
        // What the test above is worth: without the note everything goes on where the backup ends.
        await using var journal = lost.Restore("unnoted");
        await using var engine = await Engine.StartAsync(journal);

        Assert.NotEmpty(lost.Shown.Intersect(await lost.ShowCodesAsync(engine)));
    }

    [Fact]
    public async Task Codes_from_before_the_backup_are_known_and_those_from_after_it_are_not()
    {
        await using var journal = lost.Restore("known");
        await RestoreLog.NoteAsync(journal, new FixedTime(LostJournal.TakenAt));
        await using var engine = await Engine.StartAsync(journal);
        var shown = await lost.ShowCodesAsync(engine);

        Assert.True(await IsKnownAsync(engine, lost.ShownBefore));
        foreach (var code in shown)
            Assert.True(await IsKnownAsync(engine, code), code);
        foreach (var code in lost.Shown)
            Assert.False(await IsKnownAsync(engine, code), code);
    }

    [Fact]
    public async Task It_is_noted_once_and_the_numbers_go_on_without_another_gap()
    {
        await using (var journal = lost.Restore("twice"))
        {
            Assert.NotNull(await RestoreLog.NoteAsync(journal, new FixedTime(LostJournal.TakenAt)));
            Assert.Null(await RestoreLog.NoteAsync(journal, new FixedTime(LostJournal.TakenAt)));
            await using var engine = await Engine.StartAsync(journal);
            await engine.GenerateAsync(lost.Campaign);
        }

        await using var again = lost.Open("twice");
        Assert.Null(await RestoreLog.NoteAsync(again, new FixedTime(LostJournal.TakenAt)));
        Assert.Equal(1, (await RestoreLog.ReadAsync(again)).Count);
        await using var next = await Engine.StartAsync(again);
        var batches = (await next.Batches(lost.Campaign).List(0, 2)).Batches;
        await next.GenerateAsync(lost.Campaign);
        Assert.Equal(batches[0].Start + batches[0].Size, (await next.Batches(lost.Campaign).List(0, 1)).Batches[0].Start);
    }

    [Fact]
    public async Task A_clock_that_is_behind_the_backup_ends_the_start()
    {
        await using var journal = lost.Restore("clock");

        await Assert.ThrowsAsync<RestoreTimeException>(() =>
            RestoreLog.NoteAsync(journal, new FixedTime(LostJournal.TakenAt.AddSeconds(-1))));
        Assert.NotNull(journal.RestoredFrom);
    }

    private async Task<IReadOnlyList<string>> ShowCodesAfterRestoreAsync(string name, DateTimeOffset at)
    {
        await using var journal = lost.Restore(name);
        await RestoreLog.NoteAsync(journal, new FixedTime(at));
        await using var engine = await Engine.StartAsync(journal);
        return await lost.ShowCodesAsync(engine);
    }

    private async Task<bool> IsKnownAsync(Engine engine, string code)
    {
        if (await engine.CodeLookup.FindAsync(lost.Campaign.App, lost.Campaign.Environment, Code.Normalize(code)) is not { } found)
            return false;
        return found.Use == CodeUse.Code
            ? await engine.Grains.GetGrain<ICodeBatchGrain>(
                CodeBatchKey.Format(lost.Campaign, found.LeaseId)).Look(found.Index, null, DateTimeOffset.UtcNow) is not null
            : await IsWonAsync(engine, code);
    }

    private async Task<bool> IsWonAsync(Engine engine, string code) =>
        await engine.Grains.GetGrain<IWinsGrain>(CampaignKey.Format(lost.Campaign)).Find(Code.Normalize(code)) is not null;

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
