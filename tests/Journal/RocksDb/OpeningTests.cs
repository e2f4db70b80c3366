using CampaignEngine.Journal.Child;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Tests.RocksDb;

public sealed class OpeningTests
{
    [Fact]
    public async Task A_closed_journal_opens_with_everything_and_had_an_empty_log()
    {
        using var directory = TempDirectory.Create();
        await JournalImages.MakeClosed(directory.Path, 40);
        Assert.All(Directory.GetFiles(Path.Combine(directory.Path, "rocksdb"), "*.log"), log => Assert.Equal(0, new FileInfo(log).Length));

        await using var journal = JournalImages.Open(directory.Path);

        for (var number = 0; number < ChildStreams.Count; number++)
        {
            Assert.Equal(40, (await journal.ReadAsync(ChildStreams.Get(number))).Head.Version);
            Assert.Equal(40, (await journal.ReadEntriesAsync(ChildStreams.Get(number), 1).ToListAsync()).Count);
        }
    }

    [Fact]
    public async Task A_damaged_log_is_refused_and_left_as_it_is()
    {
        using var directory = TempDirectory.Create();
        var image = directory.Sub("killed");
        await JournalImages.MakeKilled(image, flushed: 2, logged: 45);
        var log = JournalImages.NewestLog(image);
        var bytes = File.ReadAllBytes(log);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(log, bytes);

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var refusal = Assert.Throws<JournalOpenException>(() => JournalImages.Open(image));
            Assert.Contains("is damaged", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(bytes, File.ReadAllBytes(log));
    }

    [Fact]
    public void Logs_are_in_the_order_of_their_numbers()
    {
        using var directory = TempDirectory.Create();
        foreach (var number in new[] { "1000000", "999999", "000010", "000009" }) File.WriteAllText(Path.Combine(directory.Path, $"{number}.log"), "x");

        Assert.Equal(["000009", "000010", "999999", "1000000"], RecycledLogs.Find(directory.Path).Select(Path.GetFileNameWithoutExtension));
    }

    [Fact]
    public async Task A_journal_that_is_open_cannot_be_opened_again()
    {
        using var directory = TempDirectory.Create();
        await using var journal = JournalImages.Open(directory.Path);

        var refusal = Assert.Throws<JournalOpenException>(() => JournalImages.Open(directory.Path));

        Assert.Contains($"{directory.Path} is in use by another process", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_another_process_has_open_is_refused_at_once()
    {
        using var directory = TempDirectory.Create();
        using var child = ChildProcess.Start("append", directory.Path);
        Assert.Equal("opened", child.ReadLine());
        using var second = ChildProcess.Start("append", directory.Path);

        var (exitCode, errors) = second.WaitForExit();

        Assert.Equal(2, exitCode);
        Assert.Contains($"{directory.Path} is in use by another process", errors, StringComparison.Ordinal);
        child.Kill();
        await using var journal = JournalImages.Open(directory.Path);
        Assert.True(journal.IsHealthy);
    }

    [Fact]
    public async Task A_missing_mark_is_refused()
    {
        using var directory = TempDirectory.Create();
        await JournalImages.MakeClosed(directory.Path, 1);
        File.Delete(Path.Combine(directory.Path, "mark"));

        AssertRefused(directory, "mark file");
    }

    [Fact]
    public async Task A_mark_without_its_database_is_refused()
    {
        using var directory = TempDirectory.Create();
        await JournalImages.MakeClosed(directory.Path, 1);
        Directory.Delete(Path.Combine(directory.Path, "rocksdb"), recursive: true);

        AssertRefused(directory, "missing or incomplete");
    }

    [Fact]
    public async Task A_database_older_than_its_mark_is_refused()
    {
        using var directory = TempDirectory.Create();
        var path = directory.Sub("journal");
        await JournalImages.MakeClosed(path, 1);
        TempDirectory.Copy(path, directory.Sub("backup"));
        await JournalImages.MakeClosed(path, 2);
        Directory.Delete(Path.Combine(path, "rocksdb"), recursive: true);
        TempDirectory.Copy(Path.Combine(directory.Sub("backup"), "rocksdb"), Path.Combine(path, "rocksdb"));

        var refusal = Assert.Throws<JournalOpenException>(() => JournalImages.Open(path));

        Assert.Contains("only", refusal.Message, StringComparison.Ordinal);
        await using var journal = JournalImages.Open(directory.Sub("backup"));
        Assert.Equal(1, (await journal.ReadAsync(ChildStreams.Get(0))).Head.Version);
    }

    [Fact]
    public async Task A_start_that_died_before_the_database_was_made_is_gone_on_with()
    {
        using var directory = TempDirectory.Create();
        MarkFile.Create(directory.Sub("mark"));

        await using var journal = JournalImages.Open(directory.Path);
        Assert.True(journal.IsHealthy);
    }

    [Fact]
    public void A_path_that_is_a_file_is_refused()
    {
        using var directory = TempDirectory.Create();
        File.WriteAllText(directory.Sub("file"), "");

        var refusal = Assert.Throws<JournalOpenException>(() => JournalImages.Open(directory.Sub("file")));

        Assert.Contains("cannot be used", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_is_missing_is_damage_and_not_a_shorter_stream()
    {
        using var directory = TempDirectory.Create();
        await JournalImages.MakeClosed(directory.Path, 40);
        RawRows.Remove(directory.Path, ChildStreams.Get(0), 32);
        RawRows.Remove(directory.Path, ChildStreams.Get(1), 36);
        RawRows.Remove(directory.Path, ChildStreams.Get(2), 10);
        await using var journal = JournalImages.Open(directory.Path);

        foreach (var number in (int[])[0, 1])
            await Assert.ThrowsAsync<JournalDamagedException>(async () => await journal.ReadAsync(ChildStreams.Get(number)));
        foreach (var number in (int[])[0, 1, 2])
        {
            await Assert.ThrowsAsync<JournalDamagedException>(() => journal.ReadEntriesAsync(ChildStreams.Get(number), 1).ToListAsync());
            await Assert.ThrowsAsync<JournalDamagedException>(() => journal.ReadEntriesAsync(ChildStreams.Get(number), 40, backwards: true).ToListAsync());
        }

        Assert.Equal(40, (await journal.ReadAsync(ChildStreams.Get(3))).Head.Version);
    }

    private static void AssertRefused(TempDirectory directory, string reason)
    {
        var refusal = Assert.Throws<JournalOpenException>(() => JournalImages.Open(directory.Path));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("backup", refusal.Message, StringComparison.Ordinal);
    }
}
