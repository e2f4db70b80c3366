namespace CampaignEngine.Journal.Tests.Contract;

public abstract partial class JournalContractTests
{
    [Fact]
    public async Task A_removed_kind_is_gone_with_all_that_was_kept_with_it()
    {
        var scope = Given.NewScope();
        var heads = new Dictionary<StreamId, StreamHead>();
        for (var i = 0; i < 40; i++)
        {
            var stream = new StreamId(scope, StreamKind.Participant, (UInt128)i);
            var head = await Journal.AppendAsync(stream, StreamHead.Empty, WithEveryRow(i));
            heads[stream] = await Journal.Chain(stream, head, "2", "3", "4");
        }

        await Journal.RemoveAsync(scope, StreamKind.Participant);

        foreach (var stream in heads.Keys)
        {
            Assert.Equal(StreamHead.Empty, (await Journal.ReadAsync(stream)).Head);
            Assert.Empty(await Journal.ReadEntriesAsync(stream, 1).ToListAsync());
            Assert.Empty(await Journal.ReadEntriesAsync(stream, 4, backwards: true).ToListAsync());
            Assert.Null(await Journal.FindByKeyAsync(stream, 7));
            Assert.Empty(await Journal.ReadSummariesAsync(stream.Bucket).ToListAsync());
        }

        Assert.Empty(await Journal.ReadPendingAsync(scope).ToListAsync());
    }

    [Fact]
    public async Task What_is_of_another_kind_or_scope_stays()
    {
        var scope = Given.NewScope();
        StreamId[] others =
        [
            new(scope, StreamKind.Campaign, 0), new(scope, StreamKind.PrizePool, 0), new(scope, StreamKind.Audit, 0),
            new(Given.NewScope(), StreamKind.Participant, 0), new(scope with { Environment = 2 }, StreamKind.Participant, 0),
        ];
        var participant = new StreamId(scope, StreamKind.Participant, 0);
        var heads = new List<StreamHead>();
        foreach (var stream in others.Append(participant)) heads.Add(await Journal.AppendAsync(stream, StreamHead.Empty, WithEveryRow(1)));

        await Journal.RemoveAsync(scope, StreamKind.Participant);

        for (var i = 0; i < others.Length; i++)
        {
            Assert.Equal(heads[i], (await Journal.ReadAsync(others[i])).Head);
            Assert.Equal(1, await Journal.FindByKeyAsync(others[i], 7));
            await Journal.AppendAsync(others[i], heads[i], Given.One("2"));
        }

        Assert.Equal(3, (await Journal.ReadPendingAsync(scope).ToListAsync()).Count);
        Assert.Equal(0, (await Journal.ReadAsync(participant)).Head.Version);
    }

    [Fact]
    public async Task Removing_again_changes_nothing_and_a_removed_stream_may_begin_anew()
    {
        var stream = Given.NewStream();
        await Journal.AppendAsync(stream, StreamHead.Empty, WithEveryRow(1));

        await Journal.RemoveAsync(stream.Scope, stream.Kind);
        await Journal.RemoveAsync(stream.Scope, stream.Kind);
        await Journal.RemoveAsync(Given.NewScope(), stream.Kind);
        await Journal.AppendAsync(stream, StreamHead.Empty, WithEveryRow(2));

        Assert.Equal(1, (await Journal.ReadAsync(stream)).Head.Version);
        Assert.Equal(2, Assert.Single(await Journal.ReadSummariesAsync(stream.Bucket).ToListAsync()).Summary.Points);
    }

    [Fact]
    public async Task A_stream_of_more_entries_than_a_page_is_removed_whole()
    {
        var stream = Given.NewStream() with { Kind = StreamKind.PrizePool };
        var head = StreamHead.Empty;
        for (var i = 0; i < 4; i++) head = await Journal.AppendAsync(stream, head, Given.Many(80));

        await Journal.RemoveAsync(stream.Scope, stream.Kind);

        Assert.Empty(await Journal.ReadEntriesAsync(stream, 1).ToListAsync());
        Assert.Empty(await Journal.ReadEntriesAsync(stream, 320, backwards: true).ToListAsync());
    }

    private static Append WithEveryRow(long points) => new()
    {
        Entries = [Given.Entry("1", "person")],
        Snapshot = Given.Bytes("snapshot"),
        Summary = Given.Summary(points),
        UniqueKeys = [new UniqueKey(7, 1)],
        Pending = PendingMark.Set,
    };
}
