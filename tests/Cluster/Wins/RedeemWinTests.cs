using CampaignEngine.Cluster.Tests.Prizes;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Wins;

public sealed class RedeemWinTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    [Fact]
    public async Task A_prize_is_handed_out_once_and_who_asks_later_is_told_when_it_was()
    {
        var campaign = await two.CampaignAsync();
        var code = await WinAsync(campaign, "ann");

        var first = await RedeemAsync(two.First, campaign, code, "k-1");
        var again = await RedeemAsync(two.Second, campaign, code, "k-1");
        var other = await RedeemAsync(two.First, campaign, code, "k-2");
        var keyless = await RedeemAsync(two.First, campaign, code, key: null);

        Assert.Equal((RedeemWinStatus.Done, "Gold", false), (first.Status, first.Tier, first.Replayed));
        Assert.Equal((await two.First.RefAsync(campaign, "ann")).Value, first.Participant);
        Assert.Equal(first with { Replayed = true }, again);
        Assert.Equal(new RedeemWinReply(RedeemWinStatus.AlreadyRedeemed, RedeemedAt: first.RedeemedAt), other);
        Assert.Equal(other, keyless);
        Assert.Equal("""win_redeemed {"tier":"Gold","award":1}""", Assert.Single(await RestockTests.AuditsAsync(two.First, campaign)));
    }

    [Fact]
    public async Task A_hundred_tills_at_two_pools_hand_it_out_once()
    {
        var campaign = await two.CampaignAsync();
        var code = await WinAsync(campaign, "ann");

        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(
            till => RetryAsync(till % 2 == 0 ? two.First : two.Second, campaign, code, $"till-{till}")));

        Assert.Single(replies, reply => reply.Status == RedeemWinStatus.Done);
        Assert.Equal(99, replies.Count(reply => reply.Status == RedeemWinStatus.AlreadyRedeemed));
        Assert.Single(await two.Reader(campaign).PoolAsync<StoredWinRedeemed>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_unknown_outcome_becomes_known_by_the_same_key(bool isWritten)
    {
        var campaign = await two.CampaignAsync();
        var code = await WinAsync(campaign, "ann");
        two.Faults(campaign).AtNext<StoredWinRedeemed>(isWritten ? AppendFault.CommitsAndThrows : AppendFault.ThrowsWithoutCommitting);

        var failed = await RedeemAsync(two.First, campaign, code, "k-1");
        var again = await RedeemAsync(two.First, campaign, code, "k-1");

        Assert.Equal(RedeemWinStatus.OutcomeUnknown, failed.Status);
        Assert.Equal((RedeemWinStatus.Done, isWritten), (again.Status, again.Replayed));
        Assert.Single(await two.Reader(campaign).PoolAsync<StoredWinRedeemed>());
    }

    [Fact]
    public async Task What_is_kept_is_not_said_to_be_not_because_it_cannot_be_read_back()
    {
        var campaign = await two.CampaignAsync();
        var code = await WinAsync(campaign, "ann");
        var pool = StreamNames.PrizePool(campaign);
        two.Faults(campaign).AtNext<StoredWinRedeemed>(new AppendFault(After: () =>
        {
            two.Journal.OnRead = stream => stream == pool ? throw new JournalUnavailableException("A test's.") : Task.CompletedTask;
            return Task.CompletedTask;
        }));

        var failed = await RedeemAsync(two.First, campaign, code, "k-1");
        two.Journal.OnRead = null;
        var again = await RedeemAsync(two.First, campaign, code, "k-1");

        Assert.Equal(RedeemWinStatus.OutcomeUnknown, failed.Status);
        Assert.Equal((RedeemWinStatus.Done, true), (again.Status, again.Replayed));
    }

    [Fact]
    public async Task What_was_voided_is_not_handed_out_and_what_was_handed_out_is_not_voided()
    {
        var campaign = await two.CampaignAsync();
        var (ann, bob) = (await WinAsync(campaign, "ann"), await WinAsync(campaign, "bob"));
        Assert.Equal(VoidWinStatus.Done, (await VoidAsync(campaign, ann)).Status);
        Assert.Equal(RedeemWinStatus.Done, (await RedeemAsync(two.First, campaign, bob, "k-1")).Status);

        Assert.Equal(RedeemWinStatus.Voided, (await RedeemAsync(two.First, campaign, ann, "k-2")).Status);
        Assert.Equal(VoidWinStatus.Redeemed, (await VoidAsync(campaign, bob)).Status);
    }

    [Fact]
    public async Task Of_a_void_and_a_redemption_at_two_pools_at_once_one_succeeds()
    {
        var campaign = await two.CampaignAsync(quantity: 20);
        for (var i = 0; i < 20; i++)
        {
            var code = await WinAsync(campaign, $"user-{i}");
            var redeeming = RetryAsync(two.First, campaign, code, $"k-{i}");
            var voiding = VoidAsync(campaign, code);

            var isRedeemed = (await redeeming).Status == RedeemWinStatus.Done;
            Assert.Equal(isRedeemed ? VoidWinStatus.Redeemed : VoidWinStatus.Done, (await voiding).Status);
        }
    }

    [Fact]
    public async Task The_winner_redeems_it_and_gets_the_same_answer_whenever_it_is_sent()
    {
        var campaign = await two.CampaignAsync();
        var code = await WinAsync(campaign, "ann");
        var ann = new RedeemingWinner((await two.First.RefAsync(campaign, "ann")).Value, TotalPoints: 600);
        var bob = new RedeemingWinner((await two.First.RefAsync(campaign, "bob")).Value, TotalPoints: 0);

        var stranger = await RedeemAsync(two.First, campaign, code, key: null, bob);
        var first = await RedeemAsync(two.First, campaign, code, key: null, ann);
        var later = await RedeemAsync(two.Second, campaign, code, "k-1", ann with { TotalPoints = 900 });
        var till = await RedeemAsync(two.First, campaign, code, "k-1");

        Assert.Equal(RedeemWinStatus.WinNotFound, stranger.Status);
        Assert.Equal((RedeemWinStatus.Done, 600L), (first.Status, first.WinnersPoints));
        Assert.Equal(first with { Replayed = true }, later);
        Assert.Equal(RedeemWinStatus.AlreadyRedeemed, till.Status);
        Assert.Empty(await RestockTests.AuditsAsync(two.First, campaign));
    }

    [Fact]
    public async Task A_key_that_was_used_otherwise_is_refused_and_changes_nothing()
    {
        var campaign = await two.CampaignAsync();
        var (ann, bob) = (await WinAsync(campaign, "ann"), await WinAsync(campaign, "bob"));
        await two.First.Pool(campaign).Restock(new RestockRequest("key", "stock", "Gold", 1));
        Assert.Equal(RedeemWinStatus.Done, (await RedeemAsync(two.First, campaign, ann, "k-1")).Status);

        Assert.Equal(RedeemWinStatus.KeyReused, (await RedeemAsync(two.First, campaign, bob, "k-1")).Status);
        Assert.Equal(RedeemWinStatus.KeyReused, (await RedeemAsync(two.First, campaign, bob, "stock")).Status);
        Assert.Equal(RedeemWinStatus.KeyReused, (await RedeemAsync(two.First, campaign, "nonsense", "k-1")).Status);
        Assert.Equal(StockStatus.KeyReused, (await two.First.Pool(campaign).Restock(new RestockRequest("key", "k-1", "Gold", 1))).Status);
        Assert.Single(await two.Reader(campaign).PoolAsync<StoredWinRedeemed>());
    }

    [Fact]
    public async Task A_code_that_nobody_was_told_of_is_not_found()
    {
        var campaign = await two.CampaignAsync();
        var ann = (await two.First.RefAsync(campaign, "ann")).Value;
        var open = await two.First.Pool(campaign).Claim(new ClaimRequest(ann, 1, 0, 0, 0));

        Assert.Equal(RedeemWinStatus.WinNotFound, (await RedeemAsync(two.First, campaign, open.WinCode!, "k-1")).Status);
        Assert.Equal(RedeemWinStatus.WinNotFound, (await RedeemAsync(two.First, campaign, "TEST-22222222", "k-2")).Status);
        Assert.Empty(await two.Reader(campaign).PoolAsync<StoredWinRedeemed>());
        Assert.Empty(await RestockTests.AuditsAsync(two.First, campaign));
    }

    private async Task<string> WinAsync(CampaignId campaign, string user) => (await two.First.RecordAsync(campaign, user, "e-1")).WinCode()!;

    private static Task<RedeemWinReply> RedeemAsync(Engine engine, CampaignId campaign, string code, string? key, RedeemingWinner? winner = null) =>
        engine.Pool(campaign).RedeemWin(new RedeemWinRequest("key", code, key, winner));

    /// <summary>As a till does: what may be tried again is.</summary>
    private static async Task<RedeemWinReply> RetryAsync(Engine engine, CampaignId campaign, string code, string key)
    {
        for (var attempt = 0; ; attempt++)
        {
            var reply = await RedeemAsync(engine, campaign, code, key);
            if (attempt == 20 || reply.Status is not (RedeemWinStatus.Unavailable or RedeemWinStatus.OutcomeUnknown))
                return reply;
        }
    }

    private async Task<VoidWinReply> VoidAsync(CampaignId campaign, string code)
    {
        for (var attempt = 0; ; attempt++)
        {
            var reply = await two.Second.Pool(campaign).VoidWin(new VoidWinRequest("other", code, Restock: false, "fraud"));
            if (attempt == 20 || reply.Status is not (VoidWinStatus.Unavailable or VoidWinStatus.OutcomeUnknown))
                return reply;
        }
    }
}
