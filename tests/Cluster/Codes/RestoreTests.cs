using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Wins;
using CampaignEngine.Grains.Restores;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Cluster.Tests.Codes;

/// <summary>A journal is put back from a backup, and what was shown after the backup is known to nobody.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset TakenAt = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("restore-");
    private readonly List<string> _lost = [];
    private CampaignId _campaign;
    private string _before = "";

    private string Backup => Path.Combine(_directory.FullName, "backup");

    /// <summary>A win and a batch before the backup, half of the stock and another batch after it.</summary>
    public async Task InitializeAsync()
    {
        await using var journal = Open("live");
        await using var engine = await Engine.StartAsync(journal);
        _campaign = await engine.CodesCampaignAsync();
        _before = await WinAsync(engine, "ann");
        await engine.GenerateAsync(_campaign);
        await journal.BackUpAsync(Backup, TakenAt);
        _lost.AddRange(await ShowCodesAsync(engine));
    }

    public Task DisposeAsync()
    {
        _directory.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task No_code_that_was_shown_comes_again_however_often_the_backup_is_put_back()
    {
        var first = await ShowCodesAfterRestoreAsync("first", TakenAt);
        var second = await ShowCodesAfterRestoreAsync("second", TakenAt.AddMinutes(10));

        string[] all = [_before, .. _lost, .. first, .. second];
        Assert.Equal(1 + 3 * (4 + 3), all.Length);
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public async Task A_restore_that_nobody_notes_shows_them_again()
    {
        // What the test above is worth: without the note everything goes on where the backup ends.
        await using var journal = Restore("unnoted");
        await using var engine = await Engine.StartAsync(journal);

        Assert.NotEmpty(_lost.Intersect(await ShowCodesAsync(engine)));
    }

    [Fact]
    public async Task Codes_from_before_the_backup_are_known_and_those_from_after_it_are_not()
    {
        await using var journal = Restore("known");
        await RestoreLog.NoteAsync(journal, new FixedTime(TakenAt));
        await using var engine = await Engine.StartAsync(journal);
        var shown = await ShowCodesAsync(engine);

        Assert.True(await IsKnownAsync(engine, _before));
        foreach (var code in shown)
            Assert.True(await IsKnownAsync(engine, code), code);
        foreach (var code in _lost)
            Assert.False(await IsKnownAsync(engine, code), code);
    }

    [Fact]
    public async Task It_is_noted_once_and_the_numbers_go_on_without_another_gap()
    {
        await using (var journal = Restore("twice"))
        {
            Assert.NotNull(await RestoreLog.NoteAsync(journal, new FixedTime(TakenAt)));
            Assert.Null(await RestoreLog.NoteAsync(journal, new FixedTime(TakenAt)));
            await using var engine = await Engine.StartAsync(journal);
            await engine.GenerateAsync(_campaign);
        }

        await using var again = Open("twice");
        Assert.Null(await RestoreLog.NoteAsync(again, new FixedTime(TakenAt)));
        Assert.Equal(1, (await RestoreLog.ReadAsync(again)).Count);
        await using var next = await Engine.StartAsync(again);
        var batches = (await next.Batches(_campaign).List(0, 2)).Batches;
        await next.GenerateAsync(_campaign);
        Assert.Equal(batches[0].Start + batches[0].Size, (await next.Batches(_campaign).List(0, 1)).Batches[0].Start);
    }

    [Fact]
    public async Task A_clock_that_is_behind_the_backup_ends_the_start()
    {
        await using var journal = Restore("clock");

        await Assert.ThrowsAsync<RestoreTimeException>(() =>
            RestoreLog.NoteAsync(journal, new FixedTime(TakenAt.AddSeconds(-1))));
        Assert.NotNull(journal.RestoredFrom);
    }

    private async Task<IReadOnlyList<string>> ShowCodesAfterRestoreAsync(string name, DateTimeOffset at)
    {
        await using var journal = Restore(name);
        await RestoreLog.NoteAsync(journal, new FixedTime(at));
        await using var engine = await Engine.StartAsync(journal);
        return await ShowCodesAsync(engine);
    }

    /// <summary>Four win codes and a batch of three.</summary>
    private async Task<IReadOnlyList<string>> ShowCodesAsync(Engine engine)
    {
        List<string> codes = [];
        foreach (var user in (string[])["bob", "cem", "dee", "eva"])
            codes.Add(await WinAsync(engine, user));
        var batch = await BatchOfCodes.MakeAsync(engine, _campaign);
        codes.AddRange([batch[0], batch[1], batch[2]]);
        return codes;
    }

    private async Task<string> WinAsync(Engine engine, string user) =>
        (await engine.RecordAsync(_campaign, user, "e-1")).WinCode() ?? throw new InvalidOperationException("No win.");

    private async Task<bool> IsKnownAsync(Engine engine, string code)
    {
        if (await engine.CodeLookup.FindAsync(_campaign.App, _campaign.Environment, Code.Normalize(code)) is not { } found)
            return false;
        return found.Use == CodeUse.Code
            ? await engine.Grains.GetGrain<ICodeBatchGrain>(
                CodeBatchKey.Format(_campaign, found.LeaseId)).Look(found.Index, null, DateTimeOffset.UtcNow) is not null
            : await IsWonAsync(engine, code);
    }

    private async Task<bool> IsWonAsync(Engine engine, string code) =>
        await engine.Grains.GetGrain<IWinsGrain>(CampaignKey.Format(_campaign)).Find(Code.Normalize(code)) is not null;

    private RocksDbJournal Restore(string name)
    {
        Copy(Backup, Path.Combine(_directory.FullName, name));
        return Open(name);
    }

    private RocksDbJournal Open(string name) =>
        RocksDbJournal.Open(new RocksDbJournalOptions { Path = Path.Combine(_directory.FullName, name) });

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
