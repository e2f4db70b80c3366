using System.Text;
using System.Text.RegularExpressions;
using CampaignEngine.Journal.Child;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Tests.RocksDb;

/// <summary>
/// Journals' directories as a crash leaves them. A copy of a directory that nobody writes at the moment is what kill -9
/// would leave: the log is written through and the mark lies in the page cache.
/// </summary>
internal static class JournalImages
{
    /// <summary>Writes entries up to a version to every stream of <see cref="ChildStreams"/>.</summary>
    public static async Task AppendUpTo(IJournal journal, long version) =>
        await Task.WhenAll(Enumerable.Range(0, ChildStreams.Count).Select(async number =>
        {
            var head = (await journal.ReadAsync(ChildStreams.Get(number))).Head;
            while (head.Version < version)
                head = await journal.AppendAsync(ChildStreams.Get(number), head, ChildStreams.Append(number, head.Version + 1));
        }));

    /// <summary>Sorted files and a log with everything after them.</summary>
    public static async Task MakeKilled(string path, long flushed, long logged)
    {
        var live = path + ".live";
        await using (var journal = Open(live)) await AppendUpTo(journal, flushed);
        await using (var journal = Open(live))
        {
            await AppendUpTo(journal, logged);
            TempDirectory.Copy(live, path);
        }
    }

    /// <summary>A killed journal whose newest log goes on, after its newest record, with records of another time.</summary>
    public static void MakeRecycled(string path)
    {
        for (var attempt = 1; attempt <= 20; attempt++)
        {
            using var child = ChildProcess.Start("append", path, $"{SmallBuffer}");
            for (var lines = 2000 + 10 * attempt; lines > 0; lines--) Assert.NotNull(child.ReadLine());
            // Nothing may be on its way: what nobody was told of may be lost.
            child.WriteLine("pause");
            while (child.ReadLine() is { } line && line != "paused") continue;
            child.Kill();
            if (HasOldRecords(NewestLog(path))) return;
        }

        throw new InvalidOperationException("No log was used again.");
    }

    public static async Task MakeClosed(string path, long version)
    {
        await using var journal = Open(path);
        await AppendUpTo(journal, version);
    }

    public static RocksDbJournal Open(string path) => RocksDbJournal.Open(new RocksDbJournalOptions { Path = path });

    /// <summary>The least that RocksDB takes.</summary>
    public const int SmallBuffer = 64 * 1024;

    private static bool HasOldRecords(string log)
    {
        var versions = Regex.Matches(Encoding.Latin1.GetString(File.ReadAllBytes(log)), "entry-0-([0-9]+)-")
            .Select(match => int.Parse(match.Groups[1].Value)).ToList();
        return versions.Count > 0 && versions.IndexOf(versions.Max()) is var newest && newest >= 3 && newest < versions.Count - 3;
    }

    public static string NewestLog(string path) => Directory.GetFiles(Path.Combine(path, "rocksdb"), "*.log").Order().Last();
}
