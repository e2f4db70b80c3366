using System.Diagnostics.Metrics;
using CampaignEngine.Journal.Diagnostics;

namespace CampaignEngine.Journal.Tests.RocksDb;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task What_queues_while_a_commit_runs_goes_out_in_one_commit()
    {
        using var directory = TempDirectory.Create();
        using var write = new HeldWrite(directory.Path);
        await using var journal = write.Journal;
        var appends = write.StartFirst();
        for (var i = 1; i <= 100; i++) appends.Add(journal.AppendAsync(Given.NewStream(), StreamHead.Empty, Given.One($"{i}")));
        Assert.All(appends, append => Assert.False(append.IsCompleted));

        write.Go.Set();
        await Task.WhenAll(appends);

        Assert.Equal(2, write.Writes);
    }

    [Fact]
    public async Task A_conflicting_append_of_a_commit_fails_alone()
    {
        using var directory = TempDirectory.Create();
        using var write = new HeldWrite(directory.Path);
        await using var journal = write.Journal;
        var appends = write.StartFirst();
        var stream = Given.NewStream();
        appends.Add(journal.AppendAsync(stream, StreamHead.Empty, Given.Many(3)));
        var stale = journal.AppendAsync(stream, StreamHead.Empty, Given.One("stale"));
        appends.Add(journal.AppendAsync(Given.NewStream(), StreamHead.Empty, Given.One("other")));

        write.Go.Set();
        await Task.WhenAll(appends);
        await Assert.ThrowsAsync<VersionConflictException>(() => stale);

        Assert.Equal(2, write.Writes);
        Assert.Equal(3, (await journal.ReadAsync(stream)).Head.Version);
    }

    [Fact]
    public async Task A_commit_is_bounded_in_bytes()
    {
        using var directory = TempDirectory.Create();
        using var write = new HeldWrite(directory.Path);
        await using var journal = write.Journal;
        var appends = write.StartFirst();
        var large = new Append { Entries = [new NewEntry(Given.Time, new byte[Append.MaxBytes])] };
        for (var i = 0; i < 6; i++) appends.Add(journal.AppendAsync(Given.NewStream(), StreamHead.Empty, large));

        write.Go.Set();
        await Task.WhenAll(appends);

        // Two of 2.75 MiB fit into 8 MiB.
        Assert.Equal(1 + 3, write.Writes);
    }

    [Fact]
    public async Task An_answer_does_not_run_its_callers_code_on_the_committers_thread()
    {
        using var directory = TempDirectory.Create();
        await using var journal = JournalImages.Open(directory.Path);

        var threads = new List<string?>();
        for (var i = 0; i < 20; i++)
            threads.Add(await journal.AppendAsync(Given.NewStream(), StreamHead.Empty, Given.One("x")).ContinueWith(
                _ => Thread.CurrentThread.Name, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default));

        Assert.DoesNotContain("Journal committer", threads);
    }

    [Fact]
    public async Task Commits_are_measured_when_somebody_listens()
    {
        using var directory = TempDirectory.Create();
        using var write = new HeldWrite(directory.Path);
        await using var journal = write.Journal;
        var largest = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == CommitMetrics.MeterName) self.EnableMeasurementEvents(instrument);
        };
        // Other tests commit too; none of them has 321 appends in one.
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => largest = Math.Max(largest, value == 321 ? value : 0));
        listener.Start();
        var appends = write.StartFirst();
        for (var i = 0; i < 321; i++) appends.Add(journal.AppendAsync(Given.NewStream(), StreamHead.Empty, Given.One("x")));

        write.Go.Set();
        await Task.WhenAll(appends);
        await journal.DisposeAsync();

        Assert.Equal(321, largest);
    }
}
