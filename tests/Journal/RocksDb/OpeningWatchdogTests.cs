using System.Diagnostics;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Tests.RocksDb;

public sealed class OpeningWatchdogTests
{
    [Fact]
    public async Task It_says_what_to_do_when_opening_takes_too_long()
    {
        var sentence = new TaskCompletionSource<string>();
        using var watchdog = new OpeningWatchdog(TimeSpan.FromMilliseconds(1), sentence.SetResult, "/somewhere");

        var said = await sentence.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains("/somewhere did not open within", said, StringComparison.Ordinal);
        Assert.Contains("backup", said, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_silent_when_opening_was_in_time()
    {
        var fired = false;
        new OpeningWatchdog(TimeSpan.FromMinutes(5), _ => fired = true, "/somewhere").Dispose();

        Assert.False(fired);
    }

    [Fact]
    public async Task It_really_ends_a_process_that_hangs_in_native_code()
    {
        using var directory = TempDirectory.Create();
        await JournalImages.MakeClosed(directory.Path, 1);
        // RocksDB reads CURRENT first, and reading a pipe that nobody writes to never returns.
        var current = Path.Combine(directory.Path, "rocksdb", "CURRENT");
        File.Delete(current);
        using (var mkfifo = Process.Start("mkfifo", [current])) await mkfifo.WaitForExitAsync();
        using var child = ChildProcess.Start("dump", "1");
        child.WriteLine(directory.Path);

        var (exitCode, errors) = child.WaitForExit();

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"{directory.Path} did not open within 1 s", errors, StringComparison.Ordinal);
    }
}
