using CampaignEngine.Journal.Child;

namespace CampaignEngine.Journal.Tests.RocksDb;

public sealed class FailStopTests
{
    [Fact]
    public async Task After_a_failed_write_nothing_is_answered_any_more()
    {
        using var directory = TempDirectory.Create();
        using var failure = new FailingWrite(directory.Path, failAt: 2);
        var journal = failure.Journal;
        var stream = Given.NewStream();
        var head = await journal.AppendAsync(stream, StreamHead.Empty, Given.One("one", "Ann"));

        await Assert.ThrowsAsync<JournalStoppedException>(() => journal.AppendAsync(stream, head, Given.One("two")));

        Assert.False(journal.IsHealthy);
        await Assert.ThrowsAsync<JournalStoppedException>(() => journal.AppendAsync(Given.NewStream(), StreamHead.Empty, Given.One("x")));
        await Assert.ThrowsAsync<JournalStoppedException>(async () => await journal.ReadAsync(stream));
        await Assert.ThrowsAsync<JournalStoppedException>(async () => await journal.FindByKeyAsync(stream, 1));
        await Assert.ThrowsAsync<JournalStoppedException>(() => journal.ReadEntriesAsync(stream, 1).ToListAsync());
        await Assert.ThrowsAsync<JournalStoppedException>(() => journal.ReadSummariesAsync(stream.Bucket).ToListAsync());
        await Assert.ThrowsAsync<JournalStoppedException>(() => journal.ReadPendingAsync(stream.Scope).ToListAsync());
        await Assert.ThrowsAsync<JournalStoppedException>(() => journal.RedactAsync(stream, 1));
        await Assert.ThrowsAsync<JournalStoppedException>(() => journal.PurgeAsync([stream]));
        await journal.DisposeAsync();
        Assert.Equal(["injected"], failure.Reported.Select(e => e.Message));
    }

    [Fact]
    public async Task Everybody_who_waits_for_a_failed_write_is_told_so_and_the_next_start_has_none_of_it()
    {
        using var directory = TempDirectory.Create();
        using var failure = new FailingWrite(directory.Path, failAt: 1, wait: true);
        var scope = Given.NewScope();
        StreamId Stream(int i) => new(scope, StreamKind.Participant, (UInt128)i);
        var appends = new List<Task> { failure.Journal.AppendAsync(Stream(0), StreamHead.Empty, Given.One("0")) };
        failure.Reached.Wait();
        // These queue behind the write that is about to fail; the conflict among them must not be answered either.
        for (var i = 1; i < 50; i++) appends.Add(failure.Journal.AppendAsync(Stream(i / 2), StreamHead.Empty, Given.One($"{i}")));
        failure.Go.Set();

        foreach (var append in appends) await Assert.ThrowsAsync<JournalStoppedException>(() => append);

        await failure.Journal.DisposeAsync();
        Assert.Single(failure.Reported);
        await using var again = JournalImages.Open(directory.Path);
        for (var i = 0; i < 50; i++) Assert.Equal(StreamHead.Empty, (await again.ReadAsync(Stream(i))).Head);
    }

    [Fact]
    public async Task A_closed_journal_says_so()
    {
        using var directory = TempDirectory.Create();
        var journal = JournalImages.Open(directory.Path);
        var queued = journal.AppendAsync(Given.NewStream(), StreamHead.Empty, Given.One("queued"));
        await journal.DisposeAsync();
        await journal.DisposeAsync();

        Assert.Equal(1, (await queued).Version);
        Assert.False(journal.IsHealthy);
        await Assert.ThrowsAsync<JournalStoppedException>(() => journal.AppendAsync(Given.NewStream(), StreamHead.Empty, Given.One("x")));
        await Assert.ThrowsAsync<JournalStoppedException>(async () => await journal.ReadAsync(Given.NewStream()));
    }

    [Fact]
    public async Task Readers_while_it_closes_get_an_answer_or_are_told()
    {
        using var directory = TempDirectory.Create();
        var journal = JournalImages.Open(directory.Path);
        await JournalImages.AppendUpTo(journal, 40);
        using var started = new CountdownEvent(4);
        var readers = Enumerable.Range(0, 4).Select(number => Task.Run(async () =>
        {
            for (var read = 0; ; read++)
            {
                Assert.Equal(40, (await journal.ReadAsync(ChildStreams.Get(number))).Head.Version);
                if (read == 0) started.Signal();
            }
        })).ToList();
        started.Wait();

        await journal.DisposeAsync();

        foreach (var reader in readers) await Assert.ThrowsAsync<JournalStoppedException>(() => reader);
    }
}
