using System.Text;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Cluster.Tests.Histories;

/// <summary>A deck, and odds with days, uploaded codes, added units and wins taken back; and what the checker says when they are tampered with.</summary>
public sealed class PrizeInvariantsTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task Honest_histories_have_no_violations()
    {
        Assert.Empty(Invariants.Violations(await DeckAsync()));
        Assert.Empty(PrizeInvariants.Violations(await OddsAsync()));
    }

    [Theory]
    [InlineData("I1", "a card was left out")]
    [InlineData("I1", "a card was taken twice")]
    [InlineData("I1", "a losing card is in no entry")]
    [InlineData("I1", "a losing card was never taken")]
    [InlineData("I2", "a losing card is somebody else's")]
    [InlineData("I2", "a losing card won")]
    [InlineData("I1", "a unit did not wait")]
    public async Task A_tampered_deck_is_found_out(string invariant, string how) => Found(invariant, TamperDeck(await DeckAsync(), how));

    [Theory]
    [InlineData("I1", "units were added silently")]
    [InlineData("I1", "added units were left out")]
    [InlineData("I2", "an uploaded code was handed out twice")]
    [InlineData("I1", "a win was taken back twice")]
    [InlineData("I1", "an open claim was taken back")]
    [InlineData("I1", "a void is not finished")]
    [InlineData("I1", "a participant does not know of a void")]
    [InlineData("I1", "a pool does not know of a void")]
    [InlineData("I1", "points were taken twice")]
    [InlineData("I7", "a day gave too much")]
    [InlineData("I1", "a tier ran low too early")]
    public async Task Tampered_odds_are_found_out(string invariant, string how) => Found(invariant, TamperOdds(await OddsAsync(), how));

    private static void Found(string invariant, CampaignRecord tampered) => Assert.Contains(
        PrizeInvariants.Violations(tampered), violation => violation.StartsWith($"{invariant}:", StringComparison.Ordinal));

    private async Task<CampaignRecord> DeckAsync()
    {
        var definition = Definitions.Game("deck", """ "deckSize": 4, "maxWinsPerUser": 1, """, """ "name": "Gold", "quantity": 2 """);
        var campaign = await one.Engine.CreateOwnCampaignAsync(definition);
        var clients = new Clients(campaign);
        foreach (var (user, eventId) in new[] { ("ann", "1"), ("ann", "2"), ("ann", "3"), ("bob", "1"), ("bob", "2") })
            await clients.SendAsync(one.Engine, user, eventId, "same");
        return await TakeAsync(campaign, definition, clients);
    }

    private async Task<CampaignRecord> OddsAsync()
    {
        var definition = Definitions.Game("odds", "", """ "name": "Gold", "quantity": 3, "odds": 1, "maxPerDay": 4, "ownCodes": true """);
        var campaign = await one.Engine.DraftCampaignAsync(definition, $"test-{Guid.NewGuid():N}");
        await one.Engine.Directory.RefreshAsync();
        await one.Engine.Codes(campaign).Upload(new UploadCodesRequest("key", "k-1", "Gold", null, Encoding.UTF8.GetBytes("A-1\nA-2\nA-3\nA-4\nA-5")));
        await one.Engine.Campaign(campaign).Activate();
        await one.Engine.Directory.RefreshAsync();
        var clients = new Clients(campaign);
        foreach (var user in new[] { "ann", "bob" })
            await clients.SendAsync(one.Engine, user, "1", "same");
        await one.Engine.Pool(campaign).Restock(new RestockRequest("key", "k-2", "Gold", 1));
        await one.Engine.Pool(campaign).VoidWin(new VoidWinRequest("key", "A-1", Restock: true, "fraud"));
        foreach (var user in new[] { "ann", "bob", "cleo" })
            await clients.SendAsync(one.Engine, user, "2", "same");
        return await TakeAsync(campaign, definition, clients);
    }

    private async Task<CampaignRecord> TakeAsync(Domain.Campaigns.CampaignId campaign, string definition, Clients clients)
    {
        await one.Engine.Pool(campaign).Resume();
        await Eventually.Holds(async () => (await one.Reader(campaign).PendingAsync()).Count == 0, "no work is left");
        return await CampaignRecords.TakeAsync(
            one.Engine, one.Reader(campaign), campaign, definition, ["ann", "bob", "cleo"], clients.Answers);
    }

    private static CampaignRecord TamperDeck(CampaignRecord honest, string how)
    {
        var lost = honest.Pool.OfType<StoredCardLost>().First();
        var owner = honest.Participants.Single(participant => participant.Ref.Value == lost.Participant);
        return how switch
        {
            "a card was left out" => Pool(honest, entry => entry == lost ? lost with { Card = lost.Card + 1 } : entry),
            "a card was taken twice" => Pool(honest, entry => entry == lost ? lost with { Card = lost.Card - 1 } : entry),
            "a losing card is in no entry" => Plays(honest, owner, play => play.LosingAward == lost.Award ? play with { LosingAward = 0 } : play),
            "a losing card was never taken" => honest with { Pool = [.. honest.Pool.Where(entry => entry != lost)] },
            "a losing card is somebody else's" => Pool(honest, entry => entry == lost ? lost with { Participant = 7 } : entry),
            "a losing card won" => Pool(honest, entry => entry == lost
                ? new StoredPrizeTaken(lost.Award, lost.Participant, lost.Play, 0, 123_456, lost.Closes) { Card = lost.Card } : entry),
            "a unit did not wait" => Pool(honest, entry => entry is StoredPrizeTaken { FromWaiting: false } taken ? taken with { FromWaiting = true } : entry),
            _ => throw new ArgumentOutOfRangeException(nameof(how)),
        };
    }

    private static CampaignRecord TamperOdds(CampaignRecord honest, string how)
    {
        var winner = honest.Participants.Single(participant => participant.Entries.Any(entry => entry.Entry is StoredWinVoided));
        var taken = honest.Pool.OfType<StoredWinTakenBack>().Single();
        return how switch
        {
            "units were added silently" => Pool(honest, entry => entry is StoredTierRestocked added ? added with { Added = added.Added + 1 } : entry),
            "added units were left out" => honest with { Pool = [.. honest.Pool.Where(entry => entry is not StoredTierRestocked and not StoredWinTakenBack)] },
            "an uploaded code was handed out twice" => Pool(honest, entry => entry is StoredPrizeTaken prize ? prize with { OwnCode = 1 } : entry),
            "a win was taken back twice" => honest with { Pool = [.. honest.Pool, taken, new StoredWinVoidRecorded(taken.Award)] },
            "an open claim was taken back" => honest with { Pool = [.. honest.Pool.Where(entry => entry is not StoredClaimsClosed)] },
            "a void is not finished" => honest with { Pool = [.. honest.Pool.Where(entry => entry is not StoredWinVoidRecorded)] },
            "a participant does not know of a void" => With(honest, winner with { Entries = [.. winner.Entries.Where(entry => entry.Entry is not StoredWinVoided)] }),
            "a pool does not know of a void" => honest with { Pool = [.. honest.Pool.Where(entry => entry is not StoredWinTakenBack and not StoredWinVoidRecorded)] },
            "points were taken twice" => With(honest, winner with
            {
                Entries = [.. winner.Entries, winner.Entries.Single(entry => entry.Entry is StoredWinVoided)],
            }),
            "a day gave too much" => honest with { Game = honest.Game with { Tiers = [honest.Game.Tiers[0] with { MaxPerDay = 1 }] } },
            "a tier ran low too early" => honest with { Pool = [.. honest.Pool, new StoredTierRanLow(0, 10, 1)] },
            _ => throw new ArgumentOutOfRangeException(nameof(how)),
        };
    }

    private static CampaignRecord Pool(CampaignRecord honest, Func<StoredPoolEntry, StoredPoolEntry> change) =>
        honest with { Pool = [.. honest.Pool.Select(change)] };

    private static CampaignRecord Plays(CampaignRecord honest, ParticipantRecord participant, Func<StoredPlay, StoredPlay> change) =>
        With(honest, participant with
        {
            Entries = [.. participant.Entries.Select(entry => entry.Entry is StoredEvent { Play: { } play } recorded
                ? entry with { Entry = recorded with { Play = change(play) } } : entry)],
        });

    private static CampaignRecord With(CampaignRecord honest, ParticipantRecord changed) => honest with
    {
        Participants = [.. honest.Participants.Select(participant => participant.Ref == changed.Ref ? changed : participant)],
    };
}
