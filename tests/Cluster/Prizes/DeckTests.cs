using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Prizes;

/// <summary>The architecture's table of crashes, in a deck.</summary>
public sealed class DeckTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task All_prizes_are_out_when_all_cards_are()
    {
        var campaign = await DeckAsync(size: 40, gold: 15);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(user => one.Engine.RecordAsync(campaign, $"user-{user}", "e-1")));

        Assert.Equal(15, replies.Select(reply => reply.WinCode()).OfType<string>().Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 40).Select(card => (long)card), await CardsAsync(campaign));
    }

    [Fact]
    public async Task Before_the_pools_commit_no_card_is_taken()
    {
        var campaign = await DeckAsync(size: 2, gold: 1);
        one.Faults(campaign).AtNext<StoredPoolEntry>(AppendFault.ThrowsWithoutCommitting);

        var failed = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var cards = await CardsAsync(campaign);
        var retried = await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.Equal(RecordEventStatus.Unavailable, failed.Status);
        Assert.Empty(cards);
        Assert.Equal(RecordEventStatus.Recorded, retried.Status);
        Assert.Equal([1L], await CardsAsync(campaign));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task After_the_pools_commit_the_retry_gets_the_same_card(int gold)
    {
        var campaign = await DeckAsync(size: 3, gold: 3 * gold, silver: 3 * (1 - gold));
        one.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);

        var failed = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        await one.Engine.RecordAsync(campaign, "bob", "e-1");
        var retried = await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.Equal(RecordEventStatus.OutcomeUnknown, failed.Status);
        Assert.Equal(RecordEventStatus.Recorded, retried.Status);
        Assert.Equal([1L, 2], await CardsAsync(campaign));
    }

    [Fact]
    public async Task A_losing_card_is_kept_through_a_retry()
    {
        var campaign = await DeckAsync(size: 1_000, gold: 1);
        one.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);

        await one.Engine.RecordAsync(campaign, "ann", "e-1");
        await one.Engine.RecordAsync(campaign, "ann", "e-1");
        await one.Engine.RecordAsync(campaign, "ann", "e-2");

        Assert.Equal([1L, 2], await CardsAsync(campaign));
        var ann = await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"));
        Assert.Equal([1L, 2], ann.Events.Select(recorded => recorded.Play!.LosingAward + (recorded.Play.Win?.Award ?? 0)));
    }

    [Fact]
    public async Task A_card_that_nobody_came_back_for_stays_taken_and_its_unit_waits_for_the_next()
    {
        var campaign = await DeckAsync(size: 2, gold: 2);
        one.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
        await one.Engine.RecordAsync(campaign, "ann", "e-1");

        await one.Engine.Pool(campaign).Resume();
        var waiting = Assert.Single(await one.Engine.Pool(campaign).GetStock()).Waiting;
        var bob = await one.Engine.RecordAsync(campaign, "bob", "e-1");
        var ann = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var cleo = await one.Engine.RecordAsync(campaign, "cleo", "e-1");

        Assert.Equal(1, waiting);
        Assert.NotNull(bob.WinCode()); // With the second card, the first card's unit: then that of the second waits.
        Assert.NotNull(ann.WinCode()); // Beyond the deck.
        Assert.Null(cleo.WinCode());
        Assert.Equal([1L, 2], await CardsAsync(campaign));
    }

    [Fact]
    public async Task Losing_cards_leave_no_work()
    {
        var campaign = await DeckAsync(size: 1_000, gold: 1);

        for (var i = 0; i < 5; i++)
            await one.Engine.RecordAsync(campaign, "ann", $"e-{i}");

        await Eventually.Holds(async () => (await one.Reader(campaign).PendingAsync()).Count == 0, "no work is left");
    }

    [Fact]
    public async Task Who_may_not_win_any_more_takes_cards_all_the_same()
    {
        var campaign = await one.Engine.CreateOwnCampaignAsync(Definitions.Game(
            "deck", """ "deckSize": 3, "maxWinsPerUser": 1, """, """ "name": "Gold", "quantity": 3 """));

        var first = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        var second = await one.Engine.RecordAsync(campaign, "ann", "e-2");
        var bob = await one.Engine.RecordAsync(campaign, "bob", "e-1");
        var cleo = await one.Engine.RecordAsync(campaign, "cleo", "e-1");

        Assert.NotNull(first.WinCode());
        Assert.Null(second.WinCode());
        Assert.NotNull(bob.WinCode());
        Assert.NotNull(cleo.WinCode());
        Assert.Equal(0, Assert.Single(await one.Reader(campaign).PoolAsync<StoredCardLost>()).Withheld);
    }

    [Fact]
    public async Task A_day_gives_away_what_it_may()
    {
        var campaign = await one.Engine.CreateOwnCampaignAsync(Definitions.Game(
            "odds", "", """ "name": "Gold", "quantity": 9, "odds": 1, "maxPerDay": 2 """));

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(user => one.Engine.RecordAsync(campaign, $"user-{user}", "e-1")));

        Assert.Equal(2, replies.Count(reply => reply.WinCode() is not null));
        Assert.All(await one.Reader(campaign).PoolAsync<StoredPrizeAwarded>(), awarded => Assert.True(((StoredPrizeTaken)awarded).Day > 700_000));
    }

    [Fact]
    public async Task Moments_that_have_come_are_won()
    {
        var campaign = await one.Engine.CreateOwnCampaignAsync(Definitions.Game(
            "moments", "", """ "name": "Gold", "quantity": 1000 """).Replace("2120-", "2099-", StringComparison.Ordinal));

        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(user => one.Engine.RecordAsync(campaign, $"user-{user}", "e-1")));

        // Of 79 years more than six have passed: 76 units or more but for a freak of chance.
        var won = replies.Count(reply => reply.WinCode() is not null);
        Assert.InRange(won, 40, 199);
        var moments = (await one.Reader(campaign).PoolAsync<StoredPrizeAwarded>()).Cast<StoredPrizeTaken>().Select(awarded => awarded.Moment).ToList();
        Assert.Equal(moments.Order(), moments);
        Assert.Equal(won, moments.Count);
    }

    private Task<CampaignId> DeckAsync(int size, int gold, int silver = 0) => one.Engine.CreateOwnCampaignAsync(Definitions.Game(
        "deck", $""" "deckSize": {size}, """,
        [.. new[] { ("Gold", gold), ("Silver", silver) }.Where(tier => tier.Item2 > 0)
            .Select(tier => $""" "name": "{tier.Item1}", "quantity": {tier.Item2} """)]));

    private async Task<List<long>> CardsAsync(CampaignId campaign) =>
    [
        .. (await one.Reader(campaign).PoolAsync()).Select(entry => entry switch
        {
            StoredPrizeTaken taken => taken.Card,
            StoredCardLost lost => lost.Card,
            _ => 0,
        }).Where(card => card > 0),
    ];
}
