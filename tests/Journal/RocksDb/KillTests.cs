namespace CampaignEngine.Journal.Tests.RocksDb;

public sealed class KillTests
{
    // With the small buffer the log is changed all the time, for one that was used before.
    [Theory]
    [InlineData(64 * 1024 * 1024)]
    [InlineData(JournalImages.SmallBuffer)]
    public async Task Every_acknowledged_append_survives_kill_9_in_the_middle_of_commits(long writeBufferBytes)
    {
        using var directory = TempDirectory.Create();
        var acknowledged = new Acknowledged();
        var random = new Random(1);

        for (var round = 0; round < Heavy.Count(3, 40); round++)
        {
            using var child = ChildProcess.Start("append", directory.Path, $"{writeBufferBytes}");
            Assert.Equal("opened", child.ReadLine());
            for (var lines = random.Next(1, 1000); lines > 0; lines--) Assert.NotNull(child.ReadLine());
            acknowledged.Add(child.Kill());

            await acknowledged.AssertKept(directory.Path);
        }

        Assert.True(acknowledged.Count > 100);
    }

    [Fact]
    public async Task A_child_that_is_told_to_stop_closes_its_journal()
    {
        using var directory = TempDirectory.Create();
        using var child = ChildProcess.Start("append", directory.Path);
        for (var i = 0; i < 100; i++) Assert.NotNull(child.ReadLine());
        child.WriteLine("stop");

        var lines = child.ReadToEnd();

        Assert.Equal("closed", lines[^1]);
        Assert.Equal(0, child.WaitForExit().ExitCode);
        var acknowledged = new Acknowledged();
        acknowledged.Add(lines);
        await acknowledged.AssertKept(directory.Path);
    }
}
