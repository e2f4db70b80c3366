namespace CampaignEngine.Journal.Tests.Contract;

public abstract partial class JournalContractTests
{
    [Fact]
    public async Task Many_writers_of_one_stream_that_retry_on_conflict_lose_nothing()
    {
        var stream = Given.NewStream();
        const int Writers = 20;
        var appends = Count(15, 100);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var i = 0; i < appends; i++) await AppendWithRetries(stream, $"{writer}:{i}");
        }));

        var record = await Journal.ReadAsync(stream);
        Assert.Equal(Writers * appends, record.Head.Version);
        Assert.Equal(
            Enumerable.Range(0, Writers).SelectMany(w => Enumerable.Range(0, appends).Select(i => $"{w}:{i}")).Order(),
            record.Entries.Select(e => Given.Text(e.Public)).Order());
    }

    [Fact]
    public async Task Writers_of_many_streams_do_not_disturb_each_other()
    {
        var scope = Given.NewScope();
        var streams = Count(400, 2000);
        const int Appends = 10;

        await Parallel.ForAsync(0, streams, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) =>
        {
            var head = StreamHead.Empty;
            for (var n = 0; n < Appends; n++)
                head = await Journal.AppendAsync(new StreamId(scope, StreamKind.Participant, (UInt128)i), head, Given.One($"{i}:{n}", $"user {i}"));
        });

        for (var i = 0; i < streams; i++)
        {
            var record = await Journal.ReadAsync(new StreamId(scope, StreamKind.Participant, (UInt128)i));
            Assert.Equal(Enumerable.Range(0, Appends).Select(n => $"{i}:{n}"), record.Entries.Select(e => Given.Text(e.Public)));
            Assert.All(record.Entries, e => Assert.Equal($"user {i}", Given.Text(e.Personal)));
        }
    }

    [Fact]
    public async Task A_stream_of_5000_events_with_snapshots_and_unique_keys_is_read_whole()
    {
        var stream = Given.NewStream();
        var head = StreamHead.Empty;
        for (var first = 1; first <= 5000; first += 40)
            head = await Journal.AppendAsync(stream, head, new Append
            {
                Entries = Given.Many(40).Entries,
                Snapshot = Given.Bytes($"state {first + 39}"),
                Summary = Given.Summary(first + 39),
                UniqueKeys = [.. Enumerable.Range(first, 40).Select(v => new UniqueKey((UInt128)v << 64, v))],
            });

        var record = await Journal.ReadAsync(stream);
        Assert.Equal(head, record.Head);
        Assert.Equal((5000, "state 5000"), (record.Snapshot!.Version, Given.Text(record.Snapshot.State)));
        Assert.Equal(Enumerable.Range(1, 5000).Select(v => (long)v), (await Journal.ReadEntriesAsync(stream, 1).ToListAsync()).Select(e => e.Version));
        Assert.Equal(5000, Assert.Single(await Journal.ReadSummariesAsync(stream.Bucket).ToListAsync()).Summary.Points);
        for (var version = 1; version <= 5000; version += 7)
            Assert.Equal(version, await Journal.FindByKeyAsync(stream, (UInt128)version << 64));
        Assert.Null(await Journal.FindByKeyAsync(stream, (UInt128)5001 << 64));
    }

    [Fact]
    public async Task Very_many_streams_are_kept_and_listed()
    {
        var scope = Given.NewScope();
        var streams = Count(5_000, 100_000);

        await Parallel.ForAsync(0, streams, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) => await Journal.AppendAsync(
            new StreamId(scope, StreamKind.Participant, Spread(i)), StreamHead.Empty,
            new Append { Entries = [Given.Entry($"{i}", $"user {i}")], Summary = Given.Summary(i) }));

        long points = 0, count = 0;
        for (byte bucket = 0; bucket < Bucket.Count; bucket++)
            await foreach (var summary in Journal.ReadSummariesAsync(new Bucket(scope, bucket))) (points, count) = (points + summary.Summary.Points, count + 1);
        Assert.Equal((streams, (long)streams * (streams - 1) / 2), (count, points));
        for (var i = 0; i < streams; i += 97)
            Assert.Equal($"{i}", Given.Text(Assert.Single((await Journal.ReadAsync(new StreamId(scope, StreamKind.Participant, Spread(i)))).Entries).Public));
    }

    private static UInt128 Spread(int i) => unchecked(((UInt128)(ulong)i * 0x9E3779B97F4A7C15) ^ ((UInt128)(ulong)i << 90));

    private async Task AppendWithRetries(StreamId stream, string text)
    {
        while (true)
        {
            try
            {
                await Journal.AppendAsync(stream, (await Journal.ReadAsync(stream)).Head, Given.One(text));
                return;
            }
            catch (VersionConflictException)
            {
                // Somebody else was first, so the stream has grown: this ends.
            }
        }
    }
}
