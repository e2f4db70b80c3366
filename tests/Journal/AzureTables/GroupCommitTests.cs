using CampaignEngine.Journal.AzureTables;
using CampaignEngine.Journal.Tests.Support;

namespace CampaignEngine.Journal.Tests.AzureTables;

[NeedsAzurite]
[Collection(AzuriteCollection.Name)]
public sealed class GroupCommitTests(AzuriteFixture azurite) : FaultTests(azurite)
{
    [Fact]
    public async Task A_partition_has_one_transaction_in_flight_and_what_arrives_meanwhile_shares_the_next()
    {
        // With the times of production: a slow machine may need more than the short ones for a thousand rows.
        await using var journal = await OpenAsync(new CommitTimes());
        var appends = Enumerable.Range(0, 1000).Select(i => journal.AppendAsync(Neighbour(i), StreamHead.Empty, Given.One($"{i}"))).ToList();

        await Task.WhenAll(appends);

        Assert.Equal(1, Transport.MostInFlight);
        // 100 rows a transaction; what came while the first was being made up may have gone in smaller ones.
        Assert.InRange(Transport.Transactions, 10, 60);
    }

    [Fact]
    public async Task Partitions_do_not_wait_for_each_other()
    {
        var gate = new Testing.Gate();
        Transport.Next(async (_, send) =>
        {
            await gate.PassAsync();
            await send();
        });
        var held = Journal.AppendAsync(Stream, StreamHead.Empty, Given.One("held"));
        await gate.Reached;

        await Journal.AppendAsync(Stream with { Key = Stream.Key + 1 }, StreamHead.Empty, Given.One("free"));
        Assert.False(held.IsCompleted);

        gate.Open();
        await held;
    }

    [Fact]
    public async Task A_conflicting_append_in_the_middle_of_a_commit_fails_alone()
    {
        await Journal.AppendAsync(Neighbour(1), StreamHead.Empty, Given.Many(3));
        List<Task<StreamHead>> good = [];
        Task<StreamHead> stale = Task.FromResult(StreamHead.Empty);
        var before = Transport.Transactions;
        await InOneCommit(() =>
        {
            good.Add(Journal.AppendAsync(Neighbour(0), StreamHead.Empty, Full()));
            stale = Journal.AppendAsync(Neighbour(1), StreamHead.Empty, Full());
            good.Add(Journal.AppendAsync(Neighbour(2), StreamHead.Empty, Full()));
        });

        await Task.WhenAll(good);
        await Assert.ThrowsAsync<VersionConflictException>(() => stale);

        Assert.Equal(3, Transport.Transactions - before);
        Assert.Equal(3, (await Journal.ReadAsync(Neighbour(1))).Head.Version);
        Assert.Null(await Journal.FindByKeyAsync(Neighbour(1), 7));
    }

    [Fact]
    public async Task A_taken_unique_key_in_the_middle_of_a_commit_fails_alone()
    {
        var head = await Journal.AppendAsync(Neighbour(1), StreamHead.Empty, Full());
        List<Task<StreamHead>> good = [];
        Task<StreamHead> mistaken = Task.FromResult(StreamHead.Empty);
        await InOneCommit(() =>
        {
            good.Add(Journal.AppendAsync(Neighbour(0), StreamHead.Empty, Full()));
            mistaken = Journal.AppendAsync(Neighbour(1), head, Full());
            good.Add(Journal.AppendAsync(Neighbour(2), StreamHead.Empty, Full()));
        });

        await Task.WhenAll(good);
        await Assert.ThrowsAsync<UniqueKeyTakenException>(() => mistaken);

        Assert.Equal(head, (await Journal.ReadAsync(Neighbour(1))).Head);
    }

    [Fact]
    public async Task Work_that_was_never_pending_may_be_cleared_by_many_appends_of_a_commit()
    {
        List<Task<StreamHead>> appends = [];
        var before = Transport.Transactions;
        await InOneCommit(() =>
        {
            for (var i = 0; i < 30; i++)
                appends.Add(Journal.AppendAsync(Neighbour(i), StreamHead.Empty, new Append { Entries = [Given.Entry("x")], Pending = PendingMark.Cleared }));
        });

        await Task.WhenAll(appends);

        // The first append's, one that is refused, one without the deletes.
        Assert.Equal(3, Transport.Transactions - before);
    }

    [Fact]
    public async Task Two_appends_of_one_stream_are_never_in_one_transaction()
    {
        List<Task<StreamHead>> appends = [];
        await InOneCommit(() =>
        {
            for (var i = 0; i < 10; i++) appends.Add(Journal.AppendAsync(Stream, StreamHead.Empty, Given.One($"{i}")));
        });

        await Task.WhenAll(appends).ContinueWith(_ => { }, TaskScheduler.Default);

        var won = Assert.Single(appends, append => append.IsCompletedSuccessfully);
        Assert.All(appends.Where(append => append != won), append => Assert.IsType<VersionConflictException>(append.Exception!.InnerException));
    }

    [Fact]
    public async Task Closing_answers_what_waits_and_takes_no_more()
    {
        var appends = Enumerable.Range(0, 300).Select(i => Journal.AppendAsync(Neighbour(i), StreamHead.Empty, Given.One("x"))).ToList();
        Assert.True(Journal.IsHealthy);

        await Journal.DisposeAsync();

        await Task.WhenAll(appends);
        Assert.False(Journal.IsHealthy);
        await Assert.ThrowsAsync<JournalStoppedException>(() => Journal.AppendAsync(Stream, StreamHead.Empty, Given.One("x")));
        await Assert.ThrowsAsync<JournalStoppedException>(async () => await Journal.ReadAsync(Stream));
    }

    private static Append Full() => new()
    {
        Entries = [Given.Entry("1"), Given.Entry("2")],
        Snapshot = Given.Bytes("state"),
        Summary = Given.Summary(1),
        UniqueKeys = [new UniqueKey(7, 1)],
        Pending = PendingMark.Set,
    };
}
