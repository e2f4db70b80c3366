using CampaignEngine.Journal.Diagnostics;
using CampaignEngine.Journal.Tests.RocksDb;

namespace CampaignEngine.Journal.Tests.Diagnostics;

public sealed class QueueMetricsTests
{
    [Fact]
    public async Task What_waits_for_the_next_commit_is_told()
    {
        using var directory = TempDirectory.Create();
        using var write = new HeldWrite(directory.Path);
        await using var journal = write.Journal;
        var appends = write.StartFirst();
        // Journals of other tests run too; none of them has as many waiting.
        for (var i = 0; i < 2000; i++) appends.Add(journal.AppendAsync(Given.NewStream(), StreamHead.Empty, Given.One("x")));

        var waiting = Assert.Single(Collected.From(JournalMeter.Name, "journal.commit.queue"));

        Assert.Equal("rocksdb", waiting.Tag);
        Assert.True(waiting.Value >= 2000, $"{waiting.Value} wait.");
        write.Go.Set();
        await Task.WhenAll(appends);
    }
}
