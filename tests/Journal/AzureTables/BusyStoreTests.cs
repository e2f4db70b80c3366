using System.Diagnostics;
using CampaignEngine.Journal.Tests.Support;

namespace CampaignEngine.Journal.Tests.AzureTables;

[NeedsAzurite]
[Collection(AzuriteCollection.Name)]
public sealed class BusyStoreTests(AzuriteFixture azurite) : FaultTests(azurite)
{
    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_busy_store_is_asked_again_more_and_more_slowly(int status)
    {
        var busy = TransportFaults.Answers(status);
        Transport.Next(busy, busy, busy, busy);
        var watch = Stopwatch.StartNew();

        var head = await Journal.AppendAsync(Stream, StreamHead.Empty, Given.One("one"));

        Assert.Equal(5, Transport.Transactions);
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(10 + 20 + 40 + 80));
        Assert.Equal(head, (await Journal.ReadAsync(Stream)).Head);
    }

    [Fact]
    public async Task A_store_that_said_busy_and_wrote_all_the_same_is_found_out()
    {
        List<Task<StreamHead>> appends = [];
        await InOneCommit(() =>
        {
            Transport.Next(TransportFaults.CommitsAndAnswers(503));
            for (var i = 0; i < 20; i++) appends.Add(Journal.AppendAsync(Neighbour(i), StreamHead.Empty, Given.One("x")));
        });

        await Task.WhenAll(appends);

        for (var i = 0; i < 20; i++) Assert.Equal(await appends[i], (await Journal.ReadAsync(Neighbour(i))).Head);
    }

    [Fact]
    public async Task A_store_that_stays_busy_leaves_the_outcome_unknown()
    {
        Transport.OnTransaction = TransportFaults.Answers(503);
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Journal.AppendAsync(Stream, StreamHead.Empty, Given.One("one")));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, 5 * ShortTimes.Outcome);
        // Two seconds of tries that are 80 ms apart.
        Assert.InRange(Transport.Transactions, 3, 40);
    }

    [Fact]
    public async Task A_store_that_refuses_after_it_was_busy_may_have_written()
    {
        Transport.Next(TransportFaults.CommitsAndAnswers(503), TransportFaults.Answers(403));

        var head = await Journal.AppendAsync(Stream, StreamHead.Empty, Given.One("one"));

        Assert.Equal(head, (await Journal.ReadAsync(Stream)).Head);
    }

    [Fact]
    public async Task A_store_that_refuses_has_written_nothing()
    {
        Transport.Next(TransportFaults.Answers(403));

        await Assert.ThrowsAsync<JournalUnavailableException>(() => Journal.AppendAsync(Stream, StreamHead.Empty, Given.One("one")));

        Assert.Equal(1, (await Journal.AppendAsync(Stream, StreamHead.Empty, Given.One("one"))).Version);
    }

    [Fact]
    public async Task A_read_that_fails_for_good_says_that_the_storage_cannot_be_read()
    {
        Transport.OnOther = TransportFaults.Answers(500);

        var error = await Assert.ThrowsAsync<JournalUnavailableException>(async () => await Journal.ReadAsync(Stream));

        Assert.Contains("status 500", error.Message, StringComparison.Ordinal);
    }
}
