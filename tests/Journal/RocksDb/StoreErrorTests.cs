namespace CampaignEngine.Journal.Tests.RocksDb;

/// <summary>Errors that the operating system reports, in a child process.</summary>
public sealed class StoreErrorTests
{
    private const int ExitAfterFailure = 70;
    private static readonly bool HasStrace = File.Exists("/usr/bin/strace");

    [Theory]
    [InlineData(20)]
    [InlineData(57)]
    public async Task A_failed_sync_ends_the_process_and_loses_nothing_acknowledged(int syncs)
    {
        // Where strace is missing a failed write stands in for a failed sync: the same must follow.
        if (!HasStrace)
        {
            await AssertEndsAndKeeps("bash", FileSizeLimit(kilobytes: syncs * 8));
            return;
        }

        await AssertEndsAndKeeps("/usr/bin/strace",
        [
            "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=fsync,fdatasync",
            "-e", $"inject=fsync,fdatasync:error=EIO:when={syncs}+",
        ]);
    }

    [Fact]
    public Task A_write_that_the_disk_has_no_room_for_ends_the_process_and_loses_nothing_acknowledged() =>
        AssertEndsAndKeeps("bash", FileSizeLimit(kilobytes: 500));

    // A limit on the size of files makes the log's write fail like a full disk does; the signal for it is ignored. The
    // runtime keeps its machine code in a large file unless it is told not to.
    private static string[] FileSizeLimit(int kilobytes) =>
        ["-c", $"export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f {kilobytes}; exec \"$@\"", "bash"];

    private static async Task AssertEndsAndKeeps(string program, string[] arguments)
    {
        using var directory = TempDirectory.Create();
        using var child = ChildProcess.StartUnder(program, arguments, "append", directory.Path);
        var lines = child.ReadToEnd();

        var (exitCode, errors) = child.WaitForExit();

        Assert.Contains("fatal: ", errors, StringComparison.Ordinal);
        Assert.Equal(ExitAfterFailure, exitCode);
        var acknowledged = new Acknowledged();
        acknowledged.Add(lines);
        Assert.True(acknowledged.Count > 0);
        await acknowledged.AssertKept(directory.Path);
    }
}
