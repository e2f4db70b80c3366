using CampaignEngine.Journal.Child;

namespace CampaignEngine.Journal.Tests.RocksDb;

public sealed class OrderedAppendTests
{
    [Fact]
    public async Task A_stream_goes_on_before_it_is_committed()
    {
        using var directory = TempDirectory.Create();
        using var write = new HeldWrite(directory.Path);
        await using var journal = write.Journal;
        var appends = write.StartFirst();
        var (stream, head) = (Given.NewStream(), StreamHead.Empty);
        for (var i = 1; i <= 20; i++)
        {
            var begun = journal.BeginAppend(stream, head, Given.One($"{i}"));
            Assert.Equal(i, begun.Head.Version);
            head = begun.Head;
            appends.Add(begun.Committed);
        }

        Assert.All(appends, append => Assert.False(append.IsCompleted));
        write.Go.Set();
        await Task.WhenAll(appends);

        var record = await journal.ReadAsync(stream);
        Assert.Equal(head, record.Head);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"{i}"), record.Entries.Select(e => Given.Text(e.Public)));
    }

    [Fact]
    public async Task What_rests_on_a_refused_append_is_refused_and_so_is_what_rests_on_that()
    {
        using var directory = TempDirectory.Create();
        using var write = new HeldWrite(directory.Path);
        await using var journal = write.Journal;
        var appends = write.StartFirst();
        StreamId pool = Given.NewStream(), other = Given.NewStream(), participant = Given.NewStream();
        var first = journal.BeginAppend(pool, StreamHead.Empty, Given.One("another activation"));
        var refused = journal.BeginAppend(pool, StreamHead.Empty, Given.One("award"));
        var next = journal.BeginAppend(pool, refused.Head, Given.After(refused, "next award"));
        var rests = journal.BeginAppend(participant, StreamHead.Empty, Given.After(next, "win"));
        var apart = journal.BeginAppend(other, StreamHead.Empty, Given.After(first, "apart"));

        write.Go.Set();

        await Task.WhenAll([.. appends, first.Committed, apart.Committed]);
        await Assert.ThrowsAsync<VersionConflictException>(() => refused.Committed);
        await Assert.ThrowsAsync<PrecedentRefusedException>(() => next.Committed);
        await Assert.ThrowsAsync<PrecedentRefusedException>(() => rests.Committed);
        Assert.Equal(first.Head, (await journal.ReadAsync(pool)).Head);
        Assert.Equal(StreamHead.Empty, (await journal.ReadAsync(participant)).Head);
        Assert.Equal(apart.Head, (await journal.ReadAsync(other)).Head);
    }

    [Fact]
    public async Task What_rests_on_an_append_committed_long_ago_is_kept()
    {
        using var directory = TempDirectory.Create();
        await using var journal = JournalImages.Open(directory.Path);
        var pool = Given.NewStream();
        var award = journal.BeginAppend(pool, StreamHead.Empty, Given.One("award"));
        await award.Committed;
        await Assert.ThrowsAsync<VersionConflictException>(() => journal.AppendAsync(pool, StreamHead.Empty, Given.One("stale")));

        var win = journal.BeginAppend(Given.NewStream(), StreamHead.Empty, Given.After(award, "win"));

        Assert.Equal(win.Head, await win.Committed);
    }

    [Fact]
    public async Task Nothing_outlives_kill_9_without_what_it_rests_on()
    {
        using var directory = TempDirectory.Create();
        for (var round = 0; round < Heavy.Count(2, 20); round++)
        {
            using var child = ChildProcess.Start("pairs", directory.Path);
            Assert.Equal("opened", child.ReadLine());
            for (var lines = 50 + 40 * round; lines > 0; lines--) Assert.NotNull(child.ReadLine());
            child.Kill();

            await using var journal = JournalImages.Open(directory.Path);
            for (var number = 0; number < ChildStreams.Count; number++)
            {
                var award = (await journal.ReadAsync(ChildStreams.Get(number))).Head.Version;
                var win = (await journal.ReadAsync(ChildStreams.GetPartner(number))).Head.Version;
                Assert.True(win > 0 && win <= award, $"Pair {number}: {win} wins rest on {award} awards.");
            }
        }
    }

    [Fact]
    public void Tickets_that_are_forgotten_count_as_refused()
    {
        var refused = new CampaignEngine.Journal.RocksDb.RefusedTickets();
        for (var ticket = 2; ticket <= 20_000; ticket += 2) refused.Add(ticket);

        Assert.All(Enumerable.Range(1, 10_000).Select(i => 2L * i), ticket => Assert.True(refused.Contains(ticket)));
        Assert.True(refused.Contains(1));
        Assert.False(refused.Contains(19_999));
        Assert.False(refused.Contains(20_001));
    }
}
