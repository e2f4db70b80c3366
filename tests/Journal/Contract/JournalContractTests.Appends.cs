namespace CampaignEngine.Journal.Tests.Contract;

public abstract partial class JournalContractTests
{
    [Fact]
    public async Task A_stream_that_was_never_written_is_empty()
    {
        var stream = Given.NewStream();

        var record = await Journal.ReadAsync(stream);

        Assert.Equal(StreamHead.Empty, record.Head);
        Assert.Null(record.Snapshot);
        Assert.Empty(record.Entries);
        Assert.Empty(await Journal.ReadEntriesAsync(stream, 1).ToListAsync());
        Assert.Empty(await Journal.ReadEntriesAsync(stream, long.MaxValue, backwards: true).ToListAsync());
        Assert.Null(await Journal.FindByKeyAsync(stream, 1));
    }

    [Fact]
    public async Task What_was_appended_is_read_back()
    {
        var stream = Given.NewStream();
        var head = await Journal.AppendAsync(stream, StreamHead.Empty, Given.One("public", "personal"));

        var record = await Journal.ReadAsync(stream);

        var entry = Assert.Single(record.Entries);
        Assert.Equal(head, record.Head);
        Assert.Equal(1, head.Version);
        Assert.NotEqual(default, head.Chain);
        Assert.Equal((1, head.Chain), (entry.Version, entry.Chain));
        Assert.Equal(("public", "personal"), (Given.Text(entry.Public), Given.Text(entry.Personal)));
    }

    [Fact]
    public async Task An_empty_entry_is_an_entry()
    {
        var stream = Given.NewStream();
        var head = await Journal.AppendAsync(stream, StreamHead.Empty, Given.One(""));

        var entry = Assert.Single((await Journal.ReadAsync(stream)).Entries);

        Assert.Equal(1, head.Version);
        Assert.True(entry.Public.IsEmpty);
        Assert.True(entry.Personal.IsEmpty);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9_999_999)]
    public async Task Time_is_kept_to_the_tick_and_in_UTC(long ticks)
    {
        var stream = Given.NewStream();
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(5)).AddTicks(ticks);
        await Journal.AppendAsync(stream, StreamHead.Empty, new Append { Entries = [new NewEntry(time, Given.Bytes("x"))] });

        var entry = Assert.Single((await Journal.ReadAsync(stream)).Entries);

        Assert.Equal(time.UtcTicks, entry.Time.UtcTicks);
        Assert.Equal(TimeSpan.Zero, entry.Time.Offset);
    }

    [Fact]
    public async Task Entries_of_one_append_are_numbered_in_order()
    {
        var stream = Given.NewStream();
        var head = await Journal.AppendAsync(stream, StreamHead.Empty, Given.Many(3));
        head = await Journal.AppendAsync(stream, head, Given.Many(2));

        var entries = (await Journal.ReadAsync(stream)).Entries;

        Assert.Equal(5, head.Version);
        Assert.Equal([1, 2, 3, 4, 5], entries.Select(e => e.Version));
        Assert.Equal(["entry 1", "entry 2", "entry 3", "entry 1", "entry 2"], entries.Select(e => Given.Text(e.Public)));
    }

    [Fact]
    public async Task The_second_of_two_appends_at_one_head_conflicts()
    {
        var stream = Given.NewStream();
        var head = await Journal.Chain(stream, StreamHead.Empty, "one");
        var second = await Journal.AppendAsync(stream, head, Given.One("two"));

        await Assert.ThrowsAsync<VersionConflictException>(() => Journal.AppendAsync(stream, head, Given.One("other")));
        await Assert.ThrowsAsync<VersionConflictException>(() => Journal.AppendAsync(stream, StreamHead.Empty, Given.One("other")));

        var record = await Journal.ReadAsync(stream);
        Assert.Equal(second, record.Head);
        Assert.Equal(["one", "two"], record.Entries.Select(e => Given.Text(e.Public)));
    }

    [Fact]
    public async Task A_conflicting_append_writes_nothing()
    {
        var stream = Given.NewStream();
        await Journal.Chain(stream, StreamHead.Empty, "one");

        await Assert.ThrowsAsync<VersionConflictException>(() => Journal.AppendAsync(stream, StreamHead.Empty, new Append
        {
            Entries = [Given.Entry("other"), Given.Entry("more")],
            Snapshot = Given.Bytes("state"),
            Summary = Given.Summary(9),
            UniqueKeys = [new UniqueKey(5, 1)],
            Pending = PendingMark.Set,
        }));

        var record = await Journal.ReadAsync(stream);
        Assert.Equal("one", Given.Text(Assert.Single(record.Entries).Public));
        Assert.Null(record.Snapshot);
        Assert.Null(await Journal.FindByKeyAsync(stream, 5));
        Assert.Empty(await Journal.ReadSummariesAsync(stream.Bucket).ToListAsync());
        Assert.Empty(await Journal.ReadPendingAsync(stream.Scope).ToListAsync());
    }

    [Fact]
    public async Task Of_many_first_appends_at_once_one_wins()
    {
        var stream = Given.NewStream();
        var attempts = Enumerable.Range(0, 64).Select(i => Journal.AppendAsync(stream, StreamHead.Empty, Given.One($"{i}"))).ToList();
        await Task.WhenAll(attempts).ContinueWith(_ => { }, TaskScheduler.Default);

        var won = Assert.Single(attempts, a => a.IsCompletedSuccessfully);
        Assert.All(attempts.Where(a => a != won), a => Assert.IsType<VersionConflictException>(a.Exception!.InnerException));
        var entry = Assert.Single((await Journal.ReadAsync(stream)).Entries);
        Assert.Equal($"{attempts.IndexOf(won)}", Given.Text(entry.Public));
    }

    [Fact]
    public async Task An_append_to_a_head_that_never_was_writes_nothing()
    {
        var stream = Given.NewStream();
        var head = await Journal.Chain(stream, StreamHead.Empty, "one");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Journal.AppendAsync(stream, head with { Version = 2 }, Given.One("x")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Journal.AppendAsync(stream, head with { Chain = default }, Given.One("x")));

        Assert.Equal(head, (await Journal.ReadAsync(stream)).Head);
    }

    [Fact]
    public async Task An_append_without_entries_is_a_mistake() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Journal.AppendAsync(Given.NewStream(), StreamHead.Empty, new Append { Entries = [] }));

    [Fact]
    public async Task Streams_that_differ_in_one_part_of_their_name_are_apart()
    {
        var stream = Given.NewStream();
        var (scope, kind, key) = (stream.Scope, stream.Kind, stream.Key);
        StreamId[] streams =
        [
            stream,
            stream with { Scope = scope with { App = Guid.NewGuid() } },
            stream with { Scope = scope with { Environment = 2 } },
            stream with { Scope = scope with { Campaign = Guid.Empty } },
            stream with { Kind = StreamKind.PrizePool },
            stream with { Key = key + 16 },
            stream with { Key = key | ((UInt128)1 << 127) },
        ];
        for (var i = 0; i < streams.Length; i++) await Journal.AppendAsync(streams[i], StreamHead.Empty, Given.One($"{i}"));

        for (var i = 0; i < streams.Length; i++)
            Assert.Equal($"{i}", Given.Text(Assert.Single((await Journal.ReadAsync(streams[i])).Entries).Public));
    }
}
