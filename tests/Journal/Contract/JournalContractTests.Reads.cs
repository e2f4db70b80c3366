namespace CampaignEngine.Journal.Tests.Contract;

public abstract partial class JournalContractTests
{
    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 199)]
    [InlineData(64, 137)]
    [InlineData(65, 136)]
    [InlineData(200, 1)]
    [InlineData(201, 0)]
    [InlineData(500, 0)]
    public async Task Entries_are_read_forwards_from_a_version(long from, int count)
    {
        var stream = await StreamOf200();

        var entries = await Journal.ReadEntriesAsync(stream, from).ToListAsync();

        Assert.Equal(Enumerable.Range(0, count).Select(i => from + i), entries.Select(e => e.Version));
        Assert.All(entries, e => Assert.Equal($"entry {((e.Version - 1) % 50) + 1}", Given.Text(e.Public)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(64, 64)]
    [InlineData(65, 65)]
    [InlineData(200, 200)]
    [InlineData(201, 200)]
    [InlineData(long.MaxValue, 200)]
    public async Task Entries_are_read_backwards_from_a_version(long from, int count)
    {
        var stream = await StreamOf200();

        var entries = await Journal.ReadEntriesAsync(stream, from, backwards: true).ToListAsync();

        Assert.Equal(Enumerable.Range(0, count).Select(i => (long)(count - i)), entries.Select(e => e.Version));
    }

    [Fact]
    public async Task A_snapshot_is_read_with_the_entries_after_it()
    {
        var stream = Given.NewStream();
        var head = await Journal.Chain(stream, StreamHead.Empty, "one", "two");
        head = await Journal.AppendAsync(stream, head, new Append { Entries = [Given.Entry("three")], Snapshot = Given.Bytes("state 3") });
        var atSnapshot = await Journal.ReadAsync(stream);
        head = await Journal.Chain(stream, head, "four", "five");

        var record = await Journal.ReadAsync(stream);

        Assert.Equal((3, "state 3"), (atSnapshot.Snapshot!.Version, Given.Text(atSnapshot.Snapshot.State)));
        Assert.Empty(atSnapshot.Entries);
        Assert.Equal(head, record.Head);
        Assert.Equal((3, "state 3"), (record.Snapshot!.Version, Given.Text(record.Snapshot.State)));
        Assert.Equal(["four", "five"], record.Entries.Select(e => Given.Text(e.Public)));
    }

    [Fact]
    public async Task A_newer_snapshot_replaces_the_one_before()
    {
        var stream = Given.NewStream();
        var head = StreamHead.Empty;
        for (var i = 0; i < 3; i++)
            head = await Journal.AppendAsync(stream, head, new Append { Entries = [Given.Entry("a"), Given.Entry("b")], Snapshot = Given.Bytes($"state {i}") });

        var record = await Journal.ReadAsync(stream);

        Assert.Equal((6, "state 2"), (record.Snapshot!.Version, Given.Text(record.Snapshot.State)));
        Assert.Equal(head, record.Head);
        Assert.Equal(6, (await Journal.ReadEntriesAsync(stream, 1).ToListAsync()).Count);
    }

    [Fact]
    public async Task An_empty_snapshot_is_refused_and_nothing_is_written()
    {
        var stream = Given.NewStream();
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.AppendAsync(
            stream, StreamHead.Empty, new Append { Entries = [Given.Entry("one")], Snapshot = ReadOnlyMemory<byte>.Empty }));

        Assert.Equal(0, (await Journal.ReadAsync(stream)).Head.Version);
    }

    [Fact]
    public async Task Reading_takes_no_cancelled_token()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Journal.ReadAsync(Given.NewStream(), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Journal.ReadSummariesAsync(Given.NewStream().Bucket, cancelled.Token).ToListAsync());
    }

    private async Task<StreamId> StreamOf200()
    {
        var stream = Given.NewStream();
        var head = StreamHead.Empty;
        for (var i = 0; i < 4; i++) head = await Journal.AppendAsync(stream, head, Given.Many(50));
        return stream;
    }
}
