using CampaignEngine.Journal.Child;

namespace CampaignEngine.Journal.Tests.RocksDb;

public sealed class BackupTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TempDirectory _directory = TempDirectory.Create();

    private string Live => _directory.Sub("live");

    private string Backup => _directory.Sub("backup");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_was_acknowledged_before_it_began_is_in_it_and_nothing_is_torn()
    {
        await using var live = JournalImages.Open(Live);
        await JournalImages.AppendUpTo(live, 50);
        using var enough = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            for (var version = 51; !enough.IsCancellationRequested; version++)
                await JournalImages.AppendUpTo(live, version);
        });

        await live.BackUpAsync(Backup, At);
        await enough.CancelAsync();
        await load;

        await using var restored = JournalImages.Open(Backup);
        for (var number = 0; number < ChildStreams.Count; number++)
        {
            var stream = ChildStreams.Get(number);
            var record = await restored.ReadAsync(stream);
            Assert.InRange(record.Head.Version, 50, (await live.ReadAsync(stream)).Head.Version);
            var versions = await restored.ReadEntriesAsync(stream, 1).Select(entry => entry.Version).ToListAsync();
            Assert.Equal(Enumerable.Range(1, (int)record.Head.Version).Select(version => (long)version), versions);
        }
    }

    [Fact]
    public async Task It_goes_on_like_the_journal_and_both_are_apart()
    {
        await using var live = JournalImages.Open(Live);
        await JournalImages.AppendUpTo(live, 3);
        Assert.True(await live.BackUpAsync(Backup, At) > 0);
        await JournalImages.AppendUpTo(live, 5);

        await using (var restored = JournalImages.Open(Backup))
            await JournalImages.AppendUpTo(restored, 4);

        await using var again = JournalImages.Open(Backup);
        Assert.Equal(4, (await again.ReadAsync(ChildStreams.Get(0))).Head.Version);
        Assert.Equal(5, (await live.ReadAsync(ChildStreams.Get(0))).Head.Version);
    }

    [Fact]
    public async Task It_says_that_it_is_one_until_the_restore_was_noted()
    {
        await using (var live = JournalImages.Open(Live))
        {
            await live.BackUpAsync(Backup, At);
            Assert.Null(live.RestoredFrom);
        }

        await using (var restored = JournalImages.Open(Backup)) Assert.Equal(At, restored.RestoredFrom);
        await using (var restored = JournalImages.Open(Backup))
        {
            Assert.Equal(At, restored.RestoredFrom);
            restored.NoteRestored();
            Assert.Null(restored.RestoredFrom);
        }

        await using var noted = JournalImages.Open(Backup);
        Assert.Null(noted.RestoredFrom);
    }

    [Fact]
    public async Task One_whose_last_rows_are_missing_does_not_open()
    {
        await using (var live = JournalImages.Open(Live))
        {
            await JournalImages.AppendUpTo(live, 3);
            await live.BackUpAsync(Backup, At);
            await JournalImages.AppendUpTo(live, 4);
            await live.BackUpAsync(_directory.Sub("later"), At);
        }

        File.Copy(Path.Combine(_directory.Sub("later"), "mark"), Path.Combine(Backup, "mark"), overwrite: true);

        Assert.Throws<JournalOpenException>(() => JournalImages.Open(Backup));
    }

    [Fact]
    public async Task One_that_cannot_be_written_leaves_nothing_and_the_journal_goes_on()
    {
        await using var live = JournalImages.Open(Live);
        await JournalImages.AppendUpTo(live, 3);
        File.WriteAllText(_directory.Sub("file"), "");

        await Assert.ThrowsAsync<BackupFailedException>(() => live.BackUpAsync(Path.Combine(_directory.Sub("file"), "backup"), At));

        Assert.False(Directory.Exists(Path.Combine(Live, "checkpoint")));
        await JournalImages.AppendUpTo(live, 4);
        await live.BackUpAsync(Backup, At);
        await Assert.ThrowsAsync<BackupFailedException>(() => live.BackUpAsync(Backup, At));
    }

    [Fact]
    public async Task What_a_kill_left_of_one_is_removed_and_is_in_nobodys_way()
    {
        await using (var live = JournalImages.Open(Live)) await JournalImages.AppendUpTo(live, 3);
        Directory.CreateDirectory(Path.Combine(Live, "checkpoint.tmp"));
        Directory.CreateDirectory(Path.Combine(Live, "checkpoint"));
        Directory.CreateDirectory(Backup + ".unfinished");

        await using var again = JournalImages.Open(Live);
        Assert.Empty(Directory.GetDirectories(Live, "checkpoint*"));
        await again.BackUpAsync(Backup, At);

        Assert.Equal([Backup, Live], Directory.GetDirectories(_directory.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stopped_journal_makes_none()
    {
        var live = JournalImages.Open(Live);
        await live.DisposeAsync();

        await Assert.ThrowsAsync<JournalStoppedException>(() => live.BackUpAsync(Backup, At));
    }
}
