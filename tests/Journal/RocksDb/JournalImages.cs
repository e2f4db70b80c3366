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

    public static async Task MakeClosed(string path, long version)
    {
        await using var journal = Open(path);
        await AppendUpTo(journal, version);
    }

    public static RocksDbJournal Open(string path) => RocksDbJournal.Open(new RocksDbJournalOptions { Path = path });

    public static string NewestLog(string path) => Directory.GetFiles(Path.Combine(path, "rocksdb"), "*.log").Order().Last();
}
