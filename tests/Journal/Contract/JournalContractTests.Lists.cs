namespace CampaignEngine.Journal.Tests.Contract;

public abstract partial class JournalContractTests
{
    [Fact]
    public async Task Only_the_newest_summary_of_a_stream_is_read()
    {
        var stream = Given.NewStream();
        var head = await Journal.AppendAsync(stream, StreamHead.Empty, new Append { Entries = [Given.Entry("1")], Summary = Given.Summary(10) });
        head = await Journal.AppendAsync(stream, head, new Append { Entries = [Given.Entry("2"), Given.Entry("3")], Summary = Given.Summary(20, "üser", "Zoë") });
        await Journal.Chain(stream, head, "4", "5");

        var summary = Assert.Single(await Journal.ReadSummariesAsync(stream.Bucket).ToListAsync());

        Assert.Equal(new StreamSummary(stream, 3, Given.Summary(20, "üser", "Zoë")), summary);
    }

    [Fact]
    public async Task Summaries_are_read_by_bucket()
    {
        var scope = Given.NewScope();
        var count = Count(600, 6000);
        await Parallel.ForAsync(0, count, async (i, _) => await Journal.AppendAsync(
            new StreamId(scope, StreamKind.Participant, (UInt128)i), StreamHead.Empty,
            new Append { Entries = [Given.Entry("1")], Summary = Given.Summary(i), UniqueKeys = [new UniqueKey(1, 1)] }));
        await Journal.AppendAsync(new StreamId(scope, StreamKind.PrizePool, 0), StreamHead.Empty, Given.One("no summary"));
        await Journal.AppendAsync(new StreamId(Given.NewScope(), StreamKind.Participant, 0), StreamHead.Empty,
            new Append { Entries = [Given.Entry("1")], Summary = Given.Summary(1) });

        var points = new List<long>();
        for (byte bucket = 0; bucket < Bucket.Count; bucket++)
        {
            var summaries = await Journal.ReadSummariesAsync(new Bucket(scope, bucket)).ToListAsync();
            Assert.All(summaries, s => Assert.Equal(bucket, s.Stream.Bucket.Number));
            Assert.All(summaries, s => Assert.Equal(s.Stream.Key, (UInt128)s.Summary.Points));
            points.AddRange(summaries.Select(s => s.Summary.Points));
        }

        Assert.Equal(Enumerable.Range(0, count).Select(i => (long)i), points.Order());
    }

    [Fact]
    public async Task A_bucket_of_more_streams_than_a_page_is_read_whole()
    {
        var scope = Given.NewScope();
        await Parallel.ForAsync(0, 700, async (i, _) => await Journal.AppendAsync(
            new StreamId(scope, StreamKind.Participant, (UInt128)i * 16), StreamHead.Empty,
            new Append { Entries = [Given.Entry("1")], Summary = Given.Summary(i) }));

        var summaries = await Journal.ReadSummariesAsync(new Bucket(scope, 0)).ToListAsync();

        Assert.Equal(Enumerable.Range(0, 700).Select(i => (long)i), summaries.Select(s => s.Summary.Points).Order());
    }

    [Fact]
    public async Task A_unique_key_finds_its_version()
    {
        var stream = Given.NewStream();
        var head = await Journal.Chain(stream, StreamHead.Empty, "1", "2");
        await Journal.AppendAsync(stream, head, new Append
        {
            Entries = [Given.Entry("3")],
            UniqueKeys = [new UniqueKey(UInt128.MaxValue, 1), new UniqueKey(0, 2), new UniqueKey(7, 3)],
        });

        Assert.Equal(1, await Journal.FindByKeyAsync(stream, UInt128.MaxValue));
        Assert.Equal(2, await Journal.FindByKeyAsync(stream, 0));
        Assert.Equal(3, await Journal.FindByKeyAsync(stream, 7));
        Assert.Null(await Journal.FindByKeyAsync(stream, 8));
        Assert.Null(await Journal.FindByKeyAsync(Given.NewStream(), 7));
        Assert.Equal(3, (await Journal.ReadAsync(stream)).Entries.Count);
    }

    [Fact]
    public async Task A_unique_key_is_never_replaced()
    {
        var stream = Given.NewStream();
        var head = await Journal.AppendAsync(stream, StreamHead.Empty, new Append { Entries = [Given.Entry("1")], UniqueKeys = [new UniqueKey(7, 1)] });
        var again = new Append { Entries = [Given.Entry("2")], UniqueKeys = [new UniqueKey(8, 2), new UniqueKey(7, 2)] };

        await Assert.ThrowsAsync<UniqueKeyTakenException>(() => Journal.AppendAsync(stream, head, again));
        await Assert.ThrowsAsync<VersionConflictException>(() => Journal.AppendAsync(stream, StreamHead.Empty, Given.One("x")));

        Assert.Equal(head, (await Journal.ReadAsync(stream)).Head);
        Assert.Equal(1, await Journal.FindByKeyAsync(stream, 7));
        Assert.Null(await Journal.FindByKeyAsync(stream, 8));
    }

    [Fact]
    public async Task A_stale_append_with_a_taken_unique_key_is_a_conflict()
    {
        var stream = Given.NewStream();
        var append = new Append { Entries = [Given.Entry("1")], UniqueKeys = [new UniqueKey(7, 1)] };
        await Journal.AppendAsync(stream, StreamHead.Empty, append);

        await Assert.ThrowsAsync<VersionConflictException>(() => Journal.AppendAsync(stream, StreamHead.Empty, append));
    }

    [Fact]
    public async Task Unique_keys_must_be_of_versions_that_exist_and_differ()
    {
        UniqueKey[][] mistakes = [[new UniqueKey(1, 2)], [new UniqueKey(1, 0)], [new UniqueKey(1, 1), new UniqueKey(1, 1)]];

        foreach (var keys in mistakes)
            await Assert.ThrowsAsync<ArgumentException>(() => Journal.AppendAsync(
                Given.NewStream(), StreamHead.Empty, new Append { Entries = [Given.Entry("1")], UniqueKeys = keys }));
    }

    [Fact]
    public async Task A_stream_is_pending_until_a_commit_clears_it()
    {
        var stream = Given.NewStream();
        var other = stream with { Key = 43, Kind = StreamKind.PrizePool };
        var head = await Journal.AppendAsync(stream, StreamHead.Empty, new Append { Entries = [Given.Entry("1")], Pending = PendingMark.Set });
        await Journal.AppendAsync(other, StreamHead.Empty, new Append { Entries = [Given.Entry("1")], Pending = PendingMark.Set });
        head = await Journal.AppendAsync(stream, head, new Append { Entries = [Given.Entry("2")], Pending = PendingMark.Set });
        head = await Journal.Chain(stream, head, "3");
        var pending = await Journal.ReadPendingAsync(stream.Scope).ToListAsync();

        await Journal.AppendAsync(stream, head, new Append { Entries = [Given.Entry("4")], Pending = PendingMark.Cleared });

        Assert.Equal([stream, other], pending.OrderBy(s => s.Key));
        Assert.Equal([other], await Journal.ReadPendingAsync(stream.Scope).ToListAsync());
        Assert.Empty(await Journal.ReadPendingAsync(Given.NewScope()).ToListAsync());
    }

    [Fact]
    public async Task Pending_streams_of_more_than_a_page_are_all_read()
    {
        var scope = Given.NewScope();
        await Parallel.ForAsync(0, 600, async (i, _) => await Journal.AppendAsync(
            new StreamId(scope, StreamKind.Participant, (UInt128)i), StreamHead.Empty,
            new Append { Entries = [Given.Entry("1")], Pending = PendingMark.Set }));

        var pending = await Journal.ReadPendingAsync(scope).ToListAsync();

        Assert.Equal(Enumerable.Range(0, 600).Select(i => (UInt128)i), pending.Select(s => s.Key).Order());
    }
}
