using CampaignEngine.Cluster.Tests.Histories;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Journal;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>
/// A twin of the journal on disk that has no mark of what it acknowledged: an event is answered, the process is killed,
/// and the event's record is damaged in the log. RocksDB takes that for a write that was not finished.
/// </summary>
public sealed class NoMarkFileTests : IDisposable
{
    private static readonly string s_definition = Definitions.InstantWin(odds: "1e-18", quantity: 1);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("no-mark-");

    private string Killed => Path.Combine(_directory.FullName, "killed");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Without_a_mark_the_checker_catches_the_loss()
    {
        var (campaign, answers) = await LoseAnEventAsync();
        await WipeMarkAsync();

        await using var journal = Open(Killed);
        await using var engine = await Engine.StartAsync(journal);
        var record = await CampaignRecords.TakeAsync(
            engine, new CampaignReader(journal, engine.Codec, campaign), campaign, s_definition, ["ann"], answers);

        var violation = Assert.Single(Invariants.Violations(record));
        Assert.StartsWith("I4:", violation, StringComparison.Ordinal);
        Assert.Contains("e-2", violation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_its_mark_the_journal_does_not_open()
    {
        await LoseAnEventAsync();

        Assert.Throws<JournalOpenException>(() => Open(Killed));
    }

    /// <summary>Leaves a journal as kill -9 would, but for the newest event that was answered.</summary>
    private async Task<(CampaignId Campaign, IReadOnlyList<SeenAnswer> Answers)> LoseAnEventAsync()
    {
        var live = Path.Combine(_directory.FullName, "live");
        await using var journal = Open(live);
        await using var engine = await Engine.StartAsync(journal);
        var campaign = await engine.CreateOwnCampaignAsync(s_definition);
        var clients = new Clients(campaign);
        await clients.SendAsync(engine, "ann", "e-1", "same");
        var length = new FileInfo(NewestLog(live)).Length;
        await clients.SendAsync(engine, "ann", "e-2", "same");
        Copy(live, Killed);
        using var log = new FileStream(NewestLog(Killed), FileMode.Open);
        log.SetLength(length + 1);
        return (campaign, clients.Answers);
    }

    /// <summary>Puts the mark of a new journal in the place of the one that was killed.</summary>
    private async Task WipeMarkAsync()
    {
        var fresh = Path.Combine(_directory.FullName, "fresh");
        await using (Open(fresh))
        {
        }

        File.Copy(Path.Combine(fresh, "mark"), Path.Combine(Killed, "mark"), overwrite: true);
    }

    private static RocksDbJournal Open(string path) => RocksDbJournal.Open(new RocksDbJournalOptions { Path = path });

    private static string NewestLog(string path) => Directory.GetFiles(Path.Combine(path, "rocksdb"), "*.log").Order().Last();

    /// <summary>All but the lock files, which are empty and held by who has the journal open.</summary>
    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).Equals("lock", StringComparison.OrdinalIgnoreCase)))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
