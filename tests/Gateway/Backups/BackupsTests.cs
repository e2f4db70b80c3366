using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Backups;

public sealed class BackupsTests
{
    private static readonly string[] OnDisk = [AdminClient.Setting, "--Journal:Provider=RocksDb"];

    [Fact]
    public async Task A_backup_is_made_under_the_name_that_the_answer_and_the_audit_tell_without_the_key()
    {
        using var directory = new TempDirectory();
        await using var host = await GatewayHost.StartAsync([.. OnDisk, .. Paths(directory)]);
        using var admin = new AdminClient(host.Client.BaseAddress!);

        using var answer = await admin.PostAsync("backups");
        var backup = await Expect.DataAsync(answer);
        var audit = await admin.DataAsync("audit");

        var path = backup.GetProperty("path").GetString()!;
        Assert.Equal(Path.Combine(directory.Path, "backups", backup.GetProperty("name").GetString()!), path);
        Assert.Equal(["mark", "rocksdb"], Directory.GetFileSystemEntries(path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.InRange(backup.GetProperty("sizeBytes").GetInt64(), 1, long.MaxValue);
        var record = Assert.Single(audit.GetProperty("items").EnumerateArray());
        Assert.Equal("backup_made", record.GetProperty("action").GetString());
        Assert.Equal(backup.GetProperty("name").GetString(), record.GetProperty("detail").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Without_a_directory_none_is_made()
    {
        using var directory = new TempDirectory();
        await using var host = await GatewayHost.StartAsync([.. OnDisk, Paths(directory)[0]]);
        using var admin = new AdminClient(host.Client.BaseAddress!);

        using var answer = await admin.PostAsync("backups");

        await Expect.ErrorAsync(answer, 409, "backup_path_not_set", "There is no directory for backups; set Backup:Path and start the gateway again");
        Assert.Empty((await admin.DataAsync("audit")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_journal_that_is_not_on_disk_has_none()
    {
        await using var host = await GatewayHost.StartAsync([AdminClient.Setting]);
        using var admin = new AdminClient(host.Client.BaseAddress!);

        using var answer = await admin.PostAsync("backups");

        await Expect.ErrorAsync(
            answer, 409, "backups_not_supported", "This process keeps no RocksDB journal; back up the journal's store by its own means");
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_is_said_and_the_engine_goes_on()
    {
        using var directory = new TempDirectory();
        await File.WriteAllTextAsync(Path.Combine(directory.Path, "backups"), "");
        await using var host = await GatewayHost.StartAsync([.. OnDisk, .. Paths(directory)]);
        using var admin = new AdminClient(host.Client.BaseAddress!);

        using var answer = await admin.PostAsync("backups");

        await Expect.ErrorAsync(
            answer, 503, "backup_failed", "The backup cannot be written, and the log says why; the engine goes on");
        await admin.AppAsync();
    }

    private static string[] Paths(TempDirectory directory) =>
        [$"--Journal:Path={Path.Combine(directory.Path, "data")}", $"--Backup:Path={Path.Combine(directory.Path, "backups")}"];
}
