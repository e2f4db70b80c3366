using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Referrals;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Referrals;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Referrals;

public sealed class ReferralTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    private const string Answer = """{"referrerReward":200,"refereeReward":100,"message":"Referral recorded successfully"}""";

    [Fact]
    public async Task Both_get_their_reward_once_and_are_participants()
    {
        var campaign = await CampaignAsync();

        var first = await ReferAsync(two.First, campaign, "ann", "bob", "k-1");
        var again = await ReferAsync(two.Second, campaign, "ann", "bob", "k-1");
        var other = await ReferAsync(two.First, campaign, "cleo", "bob", "k-2");
        var keyless = await ReferAsync(two.First, campaign, "ann", "bob", key: null);
        var reused = await ReferAsync(two.First, campaign, "cleo", "bob", "k-1");

        Assert.Equal((ReferralStatus.Done, false, Answer), (first.Status, first.Replayed, Encoding.UTF8.GetString(first.Data!)));
        Assert.Equal((ReferralStatus.Done, true, Answer), (again.Status, again.Replayed, Encoding.UTF8.GetString(again.Data!)));
        Assert.Equal(ReferralStatus.AlreadyReferred, other.Status);
        Assert.Equal(ReferralStatus.AlreadyReferred, keyless.Status);
        Assert.Equal(ReferralStatus.RequestIdReused, reused.Status);
        await HasAsync(campaign, "ann", points: 200, referrals: 1);
        await HasAsync(campaign, "bob", points: 100, referrals: 0);
        Assert.Null(await (await two.First.ParticipantAsync(campaign, "cleo")).Get());
    }

    [Fact]
    public async Task Each_refers_the_other_at_once_and_nobody_waits()
    {
        var campaign = await CampaignAsync();
        for (var i = 0; i < 20; i++)
        {
            var replies = await Task.WhenAll(
                ReferAsync(two.First, campaign, $"a-{i}", $"b-{i}", "k"), ReferAsync(two.First, campaign, $"b-{i}", $"a-{i}", "k"))
                .WaitAsync(TimeSpan.FromSeconds(20));

            Assert.All(replies, reply => Assert.Equal(ReferralStatus.Done, reply.Status));
            await HasAsync(campaign, $"a-{i}", points: 300, referrals: 1);
            await HasAsync(campaign, $"b-{i}", points: 300, referrals: 1);
        }
    }

    [Fact]
    public async Task Many_at_once_are_each_rewarded_up_to_the_limit()
    {
        var campaign = await CampaignAsync(""" , "maxPerReferrer": 5 """);

        var replies = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => ReferAsync(two.First, campaign, "ann", $"user-{i}", $"k-{i}")));

        Assert.Equal(5, replies.Count(reply => Encoding.UTF8.GetString(reply.Data!) == Answer));
        await HasAsync(campaign, "ann", points: 1_000, referrals: 30);
        Assert.Equal(30, (await EntriesAsync(campaign, "ann")).OfType<StoredReferralCredited>().Count());
    }

    public static TheoryData<string, bool> Steps => new()
    {
        { "begun", false }, { "begun", true }, { "credited", false }, { "credited", true }, { "completed", false }, { "completed", true },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task What_was_cut_off_is_finished_by_the_same_request(string step, bool isWritten)
    {
        var campaign = await CampaignAsync();
        Fail(campaign, step, isWritten);

        var failed = await ReferAsync(two.First, campaign, "ann", "bob", "k-1");
        var again = await ReferAsync(two.Second, campaign, "ann", "bob", "k-1");

        Assert.Equal(ReferralStatus.OutcomeUnknown, failed.Status);
        Assert.Equal((ReferralStatus.Done, Answer), (again.Status, Encoding.UTF8.GetString(again.Data!)));
        await IsWholeAsync(campaign);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task What_was_cut_off_is_finished_by_the_same_request_without_a_key(string step, bool isWritten)
    {
        var campaign = await CampaignAsync();
        Fail(campaign, step, isWritten);
        var failed = await ReferAsync(two.First, campaign, "ann", "bob", key: null);
        var isLost = step == "completed" && isWritten;

        var again = await ReferAsync(two.Second, campaign, "ann", "bob", key: null);

        Assert.Equal(ReferralStatus.OutcomeUnknown, failed.Status);
        // Only whoever waited could have heard that answer; without a key nobody can tell whether they did.
        Assert.Equal(isLost ? ReferralStatus.AlreadyReferred : ReferralStatus.Done, again.Status);
        await IsWholeAsync(campaign);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task What_was_cut_off_is_finished_without_anybody_calling_also_when_the_campaign_has_ended(string step, bool isWritten)
    {
        var campaign = await CampaignAsync();
        Fail(campaign, step, isWritten);
        await ReferAsync(two.First, campaign, "ann", "bob", key: null);
        await two.First.Campaign(campaign).End();
        await two.Second.Directory.RefreshAsync();
        var bob = await two.First.RefAsync(campaign, "bob");
        var steps = new ReferralSteps(new ParticipantGrains(two.Second.Grains));

        if ((await (await two.Second.ParticipantAsync(campaign, "bob")).Resume()).Referral is { } begun)
            await steps.FinishAsync(campaign, bob, begun, testClock: null, isHeard: false);

        if (step == "begun" && !isWritten)
        {
            Assert.Empty(await EntriesAsync(campaign, "bob"));
            Assert.Empty(await EntriesAsync(campaign, "ann"));
            return;
        }

        await IsWholeAsync(campaign);
        // Nobody has heard the answer, unless it was on its way when the storage failed.
        var again = await ReferAsync(two.First, campaign, "ann", "bob", key: null);
        Assert.Equal(step == "completed" && isWritten ? ReferralStatus.CampaignNotActive : ReferralStatus.Done, again.Status);
    }

    [Fact]
    public async Task A_silo_that_starts_finishes_what_another_one_left()
    {
        var journal = new FaultyJournal(new WatchedJournal(new Journal.Memory.MemoryJournal()));
        var before = await Engine.StartAsync(journal);
        var campaign = await before.CreateOwnCampaignAsync(Definition(""));
        var faults = new CampaignFaults(journal, before.Codec, campaign);
        faults.AtNext<StoredReferralCredited>(AppendFault.ThrowsWithoutCommitting);
        await new ReferralSteps(new ParticipantGrains(before.Grains)).ReferAsync(
            campaign, await before.RefAsync(campaign, "bob"), await RequestAsync(before, campaign, "ann", "bob", key: null));
        await before.KillAsync();
        journal.OnAppend = null;

        await using var after = await Engine.StartAsync(journal);
        var reader = new CampaignReader(journal, after.Codec, campaign);
        await Eventually.Holds(async () => (await reader.PendingAsync()).Count == 0, "no work is left");

        Assert.Equal(200, (await (await after.ParticipantAsync(campaign, "ann")).Get())!.TotalPoints);
        Assert.Equal(100, (await (await after.ParticipantAsync(campaign, "bob")).Get())!.TotalPoints);
        await before.DisposeAsync();
    }

    [Fact]
    public async Task Events_of_both_go_on_while_a_referral_waits()
    {
        var campaign = await CampaignAsync();
        two.Faults(campaign).AtNext<StoredReferralCredited>(AppendFault.ThrowsWithoutCommitting);
        await ReferAsync(two.First, campaign, "ann", "bob", "k-1");
        for (var i = 0; i < 40; i++) // Over a snapshot.
            Assert.Equal(RecordEventStatus.Recorded, (await two.First.RecordAsync(campaign, "bob", $"e-{i}")).Status);

        Assert.Equal(ReferralStatus.AlreadyReferred, (await ReferAsync(two.Second, campaign, "cleo", "bob", "k-2")).Status);
        Assert.Equal(ReferralStatus.Done, (await ReferAsync(two.Second, campaign, "ann", "bob", "k-1")).Status);
        await HasAsync(campaign, "bob", points: 40 * 100 + 100, referrals: 0);
    }

    [Fact]
    public async Task A_referrer_who_is_forgotten_is_named_by_nothing_of_the_referee()
    {
        var campaign = await CampaignAsync();
        await two.First.RecordAsync(campaign, "bob", "e-1");
        await ReferAsync(two.First, campaign, "ann-the-referrer", "bob", "k-1");
        var referrer = (await two.First.RefAsync(campaign, "ann-the-referrer")).Value;
        await (await two.Second.ParticipantAsync(campaign, "bob")).ForgetReferrer(referrer + 1);
        await (await two.Second.ParticipantAsync(campaign, "bob")).ForgetReferrer(referrer);
        await (await two.Second.ParticipantAsync(campaign, "bob")).ForgetReferrer(referrer);

        var stream = Grains.Streams.StreamNames.Participant(campaign, await two.First.RefAsync(campaign, "bob"));
        var count = 0;
        await foreach (var entry in two.Journal.ReadEntriesAsync(stream, 1))
        {
            Assert.DoesNotContain("ann-the-referrer", Encoding.UTF8.GetString(entry.Personal.Span), StringComparison.Ordinal);
            count++;
        }

        Assert.Equal(3, count);
        await HasAsync(campaign, "bob", points: 200, referrals: 0);
        Assert.Equal("bob", (await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, "bob"))).Summary!.UserId);
    }

    [Theory]
    [InlineData(true, ReferralStatus.CampaignNotActive)]
    [InlineData(false, ReferralStatus.NotEnabled)]
    public async Task What_is_refused_leaves_nothing(bool isPaused, ReferralStatus status)
    {
        var campaign = isPaused ? await CampaignAsync() : await two.CampaignAsync();
        if (isPaused)
            await two.First.Campaign(campaign).Pause();

        var refused = await ReferAsync(two.First, campaign, "ann", "bob", "k-1");

        Assert.Equal(status, refused.Status);
        Assert.Empty(await EntriesAsync(campaign, "bob"));
        Assert.Empty(await two.Reader(campaign).PendingAsync());
    }

    private void Fail(CampaignId campaign, string step, bool isWritten)
    {
        var fault = isWritten ? AppendFault.CommitsAndThrows : AppendFault.ThrowsWithoutCommitting;
        switch (step)
        {
            case "begun": two.Faults(campaign).AtNext<StoredReferralBegun>(fault); break;
            case "credited": two.Faults(campaign).AtNext<StoredReferralCredited>(fault); break;
            default: two.Faults(campaign).AtNext<StoredReferralCompleted>(fault); break;
        }
    }

    private async Task IsWholeAsync(CampaignId campaign)
    {
        await HasAsync(campaign, "ann", points: 200, referrals: 1);
        await HasAsync(campaign, "bob", points: 100, referrals: 0);
        Assert.Single((await EntriesAsync(campaign, "ann")).OfType<StoredReferralCredited>());
        Assert.Single((await EntriesAsync(campaign, "bob")).OfType<StoredReferralCompleted>());
        Assert.Empty(await two.Reader(campaign).PendingAsync());
    }

    private async Task HasAsync(CampaignId campaign, string user, long points, long referrals)
    {
        var participant = await two.Second.ParticipantAsync(campaign, user);
        Assert.Equal((points, user), ((await participant.Get())!.TotalPoints, (await participant.Get())!.UserId));
        Assert.Equal(referrals, (await participant.GetReferrals()).Count);
    }

    private async Task<IReadOnlyList<StoredParticipantEntry>> EntriesAsync(CampaignId campaign, string user) =>
        [.. (await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, user))).Entries.Select(entry => entry.Entry)];

    private async Task<CampaignId> CampaignAsync(string more = "")
    {
        var campaign = await two.First.CreateOwnCampaignAsync(Definition(more));
        await two.Second.Directory.RefreshAsync();
        return campaign;
    }

    private static string Definition(string more) => $$"""
        { "name": "Test", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z",
          "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] },
          "referrals": { "referrerPoints": 200, "refereePoints": 100 {{more}} } }
        """;

    private static async Task<ReferralReply> ReferAsync(Engine engine, CampaignId campaign, string referrer, string referee, string? key) =>
        await new ReferralSteps(new ParticipantGrains(engine.Grains)).ReferAsync(
            campaign, await engine.RefAsync(campaign, referee), await RequestAsync(engine, campaign, referrer, referee, key));

    private static async Task<BeginReferralRequest> RequestAsync(Engine engine, CampaignId campaign, string referrer, string referee, string? key) => new(
        referee, (await engine.RefAsync(campaign, referrer)).Value, referrer, key ?? Guid.NewGuid().ToString(), key is not null, TestClock: null);
}
