using CampaignEngine.Journal.Child;

namespace CampaignEngine.Journal.Tests.RocksDb;

/// <summary>A log whose end is missing, as a crash in the middle of a write leaves it.</summary>
public sealed class TornTailTests
{
    [Fact]
    public async Task A_tail_that_was_never_acknowledged_is_cut_off_and_the_rest_is_kept()
    {
        using var directory = TempDirectory.Create();
        var path = directory.Sub("torn");
        var (before, after) = await MakeTwoCommits(directory, path);
        var random = new Random(5);

        for (var i = 0; i < Heavy.Count(6, 60); i++)
        {
            // The mark is that of the first commit: the second was being written when the process died.
            var copy = directory.Sub($"copy {i}");
            TempDirectory.Copy(path, copy);
            Truncate(copy, random.NextInt64(before, after));
            await using var journal = JournalImages.Open(copy);

            var record = await journal.ReadAsync(ChildStreams.Get(0));
            Assert.Equal(1, record.Head.Version);
            Assert.Equal(ChildStreams.Text(0, 1), Given.Text(record.Entries[0].Public));
            await JournalImages.AppendUpTo(journal, 3);
        }
    }

    [Fact]
    public async Task A_tail_that_was_acknowledged_and_is_missing_is_noticed()
    {
        using var directory = TempDirectory.Create();
        var image = directory.Sub("killed");
        await JournalImages.MakeKilled(image, flushed: 3, logged: 12);
        var length = new FileInfo(JournalImages.NewestLog(image)).Length;
        var random = new Random(6);

        for (var i = 0; i < Heavy.Count(10, 100); i++)
        {
            var copy = directory.Sub($"copy {i}");
            TempDirectory.Copy(image, copy);
            Truncate(copy, i == 0 ? length - 1 : random.NextInt64(length));

            var refusal = Assert.Throws<JournalOpenException>(() => JournalImages.Open(copy));
            Assert.Contains("backup", refusal.Message, StringComparison.Ordinal);
        }
    }

    /// <returns>Lengths of the log before and after the second commit.</returns>
    private static async Task<(long Before, long After)> MakeTwoCommits(TempDirectory directory, string path)
    {
        var live = directory.Sub("live");
        await using var journal = JournalImages.Open(live);
        var head = await journal.AppendAsync(ChildStreams.Get(0), StreamHead.Empty, ChildStreams.Append(0, 1));
        var mark = File.ReadAllBytes(Path.Combine(live, "mark"));
        var before = new FileInfo(JournalImages.NewestLog(live)).Length;
        await journal.AppendAsync(ChildStreams.Get(0), head, ChildStreams.Append(0, 2));
        TempDirectory.Copy(live, path);
        File.WriteAllBytes(Path.Combine(path, "mark"), mark);
        return (before, new FileInfo(JournalImages.NewestLog(path)).Length);
    }

    private static void Truncate(string path, long length)
    {
        using var log = new FileStream(JournalImages.NewestLog(path), FileMode.Open);
        log.SetLength(length);
    }
}
