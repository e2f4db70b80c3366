using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Cluster.Tests.Codes;

/// <summary>A win and a batch before a backup, more wins and another batch after it; of the journal only the backup is left.</summary>
public sealed class LostJournal : IAsyncLifetime
{
    public static readonly DateTimeOffset TakenAt = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("restore-");

    internal CampaignId Campaign { get; private set; }

    internal string ShownBefore { get; private set; } = "";

    /// <summary>After the backup.</summary>
    internal IReadOnlyList<string> Shown { get; private set; } = [];

    private string Backup => Path.Combine(_directory.FullName, "backup");

    public async Task InitializeAsync()
    {
        await using var journal = Open("live");
        await using var engine = await Engine.StartAsync(journal);
        Campaign = await engine.CodesCampaignAsync();
        ShownBefore = await WinAsync(engine, "ann");
        await engine.GenerateAsync(Campaign);
        await journal.BackUpAsync(Backup, TakenAt);
        Shown = await ShowCodesAsync(engine);
    }

    public Task DisposeAsync()
    {
        _directory.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Four win codes and a batch of three.</summary>
    internal async Task<IReadOnlyList<string>> ShowCodesAsync(Engine engine)
    {
        List<string> codes = [];
        foreach (var user in (string[])["bob", "cem", "dee", "eva"])
            codes.Add(await WinAsync(engine, user));
        var batch = await BatchOfCodes.MakeAsync(engine, Campaign);
        return [.. codes, batch[0], batch[1], batch[2]];
    }

    /// <summary>A copy of the backup as a journal.</summary>
    internal RocksDbJournal Restore(string name)
    {
        foreach (var file in Directory.GetFiles(Backup, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_directory.FullName, name, Path.GetRelativePath(Backup, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return Open(name);
    }

    internal RocksDbJournal Open(string name) =>
        RocksDbJournal.Open(new RocksDbJournalOptions { Path = Path.Combine(_directory.FullName, name) });

    private async Task<string> WinAsync(Engine engine, string user) =>
        (await engine.RecordAsync(Campaign, user, "e-1")).WinCode() ?? throw new InvalidOperationException("No win.");
}
