using System.Diagnostics;
using CampaignEngine.Journal.AzureTables;
using CampaignEngine.Journal.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CampaignEngine.Journal.Tests.AzureTables;

[NeedsAzurite]
[Collection(AzuriteCollection.Name)]
public sealed class UnknownOutcomeTests(AzuriteFixture azurite) : FaultTests(azurite)
{
    public static TheoryData<string> Silences => ["timeout", "reset", "500", "502", "408"];

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task What_was_written_without_an_answer_is_read_back_as_written(string silence)
    {
        Transport.Next(Fault(silence, commits: true));

        var head = await Journal.AppendAsync(Stream, StreamHead.Empty, Given.One("one"));

        Assert.Equal(head, (await Journal.ReadAsync(Stream)).Head);
        Assert.Equal(1, Transport.Transactions);
        Assert.Equal(2, (await Journal.AppendAsync(Stream, head, Given.One("two"))).Version);
    }

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task What_is_not_there_is_unknown_and_not_sent_again(string silence)
    {
        Transport.Next(Fault(silence, commits: false));

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Journal.AppendAsync(Stream, StreamHead.Empty, Given.One("one")));

        Assert.Equal(1, Transport.Transactions);
        Assert.Equal(0, (await Journal.ReadAsync(Stream)).Head.Version);
    }

    [Fact]
    public async Task What_another_wrote_meanwhile_is_a_conflict()
    {
        var gate = new Testing.Gate();
        Transport.Next(async (message, send) =>
        {
            await gate.PassAsync();
            await TransportFaults.Reset(message, send);
        });
        var stale = Journal.AppendAsync(Stream, StreamHead.Empty, Given.One("mine"));
        await using var other = await AzureTablesJournal.OpenAsync(SameTable());
        await other.AppendAsync(Stream, StreamHead.Empty, Given.One("other's"));
        gate.Open();

        await Assert.ThrowsAsync<VersionConflictException>(() => stale);

        Assert.Equal("other's", Given.Text(Assert.Single((await Journal.ReadAsync(Stream)).Entries).Public));
    }

    [Theory]
    [InlineData("timeout")]
    [InlineData("reset")]
    [InlineData("500")]
    public async Task When_the_read_back_fails_too_nothing_is_known(string silence)
    {
        Transport.Next(Fault("500", commits: true));
        Transport.OnOther = Fault(silence, commits: false);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Journal.AppendAsync(Stream, StreamHead.Empty, Given.One("one")));

        Transport.OnOther = TransportFaults.NoFault;
        Assert.Equal(1, (await Journal.ReadAsync(Stream)).Head.Version);
    }

    [Fact]
    public async Task A_request_that_is_carried_out_late_keeps_the_next_append_out_or_is_kept_out_by_it()
    {
        var late = new LateRequest();
        Transport.Next(late.HoldAsync);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Journal.AppendAsync(Stream, StreamHead.Empty, Given.One("late")));
        var reloaded = (await Journal.ReadAsync(Stream)).Head;

        Assert.Equal(202, await late.ArriveAsync());
        await Assert.ThrowsAsync<VersionConflictException>(() => Journal.AppendAsync(Stream, reloaded, Given.One("next")));
        Assert.Equal("late", Given.Text(Assert.Single((await Journal.ReadAsync(Stream)).Entries).Public));

        var tooLate = new LateRequest();
        Transport.Next(tooLate.HoldAsync);
        var other = Neighbour(1);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Journal.AppendAsync(other, StreamHead.Empty, Given.One("late")));
        await Journal.AppendAsync(other, StreamHead.Empty, Given.One("next"));
        await tooLate.ArriveAsync();
        Assert.Equal("next", Given.Text(Assert.Single((await Journal.ReadAsync(other)).Entries).Public));
    }

    [Fact]
    public async Task All_of_a_lost_commit_are_answered_and_those_behind_it_go_on()
    {
        List<Task<StreamHead>> lost = [], behind = [];
        await InOneCommit(() =>
        {
            Transport.Next(TransportFaults.NoAnswer);
            for (var i = 0; i < 100; i++) lost.Add(Journal.AppendAsync(Neighbour(i), StreamHead.Empty, Given.One("lost")));
            for (var i = 100; i < 150; i++) behind.Add(Journal.AppendAsync(Neighbour(i), StreamHead.Empty, Given.One("behind")));
        });

        foreach (var append in lost) await Assert.ThrowsAsync<OutcomeUnknownException>(() => append);
        await Task.WhenAll(behind);
    }

    [Fact]
    public async Task A_store_that_answers_nothing_is_given_up_within_ten_seconds()
    {
        var clock = new FakeTimeProvider();
        await using var journal = await OpenAsync(new CommitTimes { Clock = clock });
        Transport.OnTransaction = Transport.OnOther = TransportFaults.NoAnswer;
        var append = journal.AppendAsync(Stream, StreamHead.Empty, Given.One("one"));
        var waiting = journal.AppendAsync(Neighbour(1), StreamHead.Empty, Given.One("two"));

        // In steps, since timers are set by what the ones before them set going. Nothing may wait for more than these ten seconds.
        for (var passed = 0; passed < 10_000; passed += 50)
        {
            clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(2);
        }

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => append.WaitAsync(TimeSpan.FromSeconds(30)));
        await Assert.ThrowsAnyAsync<Exception>(() => waiting.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.True(waiting.Exception!.InnerException is OutcomeUnknownException or JournalUnavailableException);
    }

    [Fact]
    public async Task No_append_waits_longer_than_its_time_however_many_commits_are_lost_before_it()
    {
        Transport.OnTransaction = TransportFaults.NoAnswer;
        var watch = Stopwatch.StartNew();

        var appends = Enumerable.Range(0, 1000).Select(i => Journal.AppendAsync(Neighbour(i), StreamHead.Empty, Given.One("x"))).ToList();
        await Task.WhenAll(appends).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.All(appends, append => Assert.True(append.Exception!.InnerException is OutcomeUnknownException or JournalUnavailableException));
        // Once the time itself; the rest is for a busy machine. One after the other they would take 1,000 times.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, 5 * ShortTimes.Outcome);
    }

    private static TransportFault Fault(string silence, bool commits) => (silence, commits) switch
    {
        ("timeout", true) => TransportFaults.CommitsWithoutAnswer,
        ("timeout", false) => TransportFaults.NoAnswer,
        ("reset", true) => TransportFaults.CommitsAndResets,
        ("reset", false) => TransportFaults.Reset,
        (_, true) => TransportFaults.CommitsAndAnswers(int.Parse(silence)),
        (_, false) => TransportFaults.Answers(int.Parse(silence)),
    };
}
