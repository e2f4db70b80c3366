namespace CampaignEngine.Journal.Tests.Contract;

public abstract partial class JournalContractTests
{
    private const int LargeRow = 700 * 1024;

    [Fact]
    public async Task An_append_may_have_as_many_rows_as_the_limit()
    {
        var stream = Given.NewStream();

        await Journal.AppendAsync(stream, StreamHead.Empty, Full(Append.MaxRows));

        Assert.Equal(Append.MaxRows - 5, (await Journal.ReadEntriesAsync(stream, 1).ToListAsync()).Count);
    }

    [Fact]
    public async Task An_append_with_too_many_rows_writes_nothing()
    {
        var stream = Given.NewStream();

        await Assert.ThrowsAsync<AppendTooLargeException>(() => Journal.AppendAsync(stream, StreamHead.Empty, Full(Append.MaxRows + 1)));

        await AssertNothing(stream);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_append_with_too_many_bytes_writes_nothing(bool inSnapshot)
    {
        var stream = Given.NewStream();
        // No row is larger than every backend takes: the limit tried is that of the whole append.
        var large = Enumerable.Repeat(new NewEntry(Given.Time, Given.Bytes("3"), new byte[LargeRow]), Append.MaxBytes / (LargeRow + 1));
        var rest = Append.MaxBytes - Append.MaxBytes / (LargeRow + 1) * (LargeRow + 1);
        var fits = inSnapshot
            ? new Append { Entries = [.. large, Given.Entry("1")], Snapshot = new byte[rest - 1], Pending = PendingMark.Set }
            : new Append { Entries = [.. large, new NewEntry(Given.Time, Given.Bytes("1"), new byte[rest - 1])], Pending = PendingMark.Set };
        var tooLarge = new Append { Entries = [.. fits.Entries, Given.Entry("4")], Snapshot = fits.Snapshot, Pending = fits.Pending };

        await Assert.ThrowsAsync<AppendTooLargeException>(() => Journal.AppendAsync(stream, StreamHead.Empty, tooLarge));
        await AssertNothing(stream);

        await Journal.AppendAsync(stream, StreamHead.Empty, fits);
        Assert.Equal(fits.Entries.Count, (await Journal.ReadAsync(stream)).Head.Version);
    }

    /// <summary>A row of each sort and entries up to the count.</summary>
    private static Append Full(int rows) => new()
    {
        Entries = Given.Many(rows - 5).Entries,
        Snapshot = Given.Bytes("state"),
        Summary = Given.Summary(1),
        UniqueKeys = [new UniqueKey(1, 1), new UniqueKey(2, 1)],
        Pending = PendingMark.Set,
    };

    private async Task AssertNothing(StreamId stream)
    {
        Assert.Equal(StreamHead.Empty, (await Journal.ReadAsync(stream)).Head);
        Assert.Empty(await Journal.ReadEntriesAsync(stream, 1).ToListAsync());
        Assert.Empty(await Journal.ReadPendingAsync(stream.Scope).ToListAsync());
        Assert.Empty(await Journal.ReadSummariesAsync(stream.Bucket).ToListAsync());
        Assert.Null(await Journal.FindByKeyAsync(stream, 1));
    }
}
