using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Tests.Campaigns.Reading;

public class InstantWinReaderTests
{
    private const string Size = "Write a whole number from 1 to 1000000000, without quotes.";
    private const string Count = "Write a whole number from 1 to 1000000, without quotes.";

    [Theory]
    [InlineData("/instantWin", "[]", "/instantWin", "Write an object with these members: game, eventTypes, when, mode")]
    [InlineData("/instantWin/game", "\"roulette\"", "/instantWin/game", "Write one of these texts: spinWheel, scratchCard, cardFlip.")]
    [InlineData("/instantWin/game", "1", "/instantWin/game", "Write one of these texts: spinWheel, scratchCard, cardFlip.")]
    [InlineData("/instantWin/eventTypes", null, "/instantWin/eventTypes", "This member is required. Write an array of 1 to 50 event types.")]
    [InlineData("/instantWin/eventTypes", "\"purchase\"", "/instantWin/eventTypes", "Write an array of 1 to 50 event types.")]
    [InlineData("/instantWin/eventTypes", "[]", "/instantWin/eventTypes", "Write an array of 1 to 50 event types. Here are 0.")]
    [InlineData("/instantWin/eventTypes", "[\"a\", 1]", "/instantWin/eventTypes/1", "Write a text of 1 to 128 characters")]
    [InlineData("/instantWin/eventTypes", "[\"a\", \"b\", \"a\"]", "/instantWin/eventTypes/2", "This is the same as /instantWin/eventTypes/0.")]
    [InlineData("/instantWin/mode", "\"lottery\"", "/instantWin/mode", "Write one of these texts: odds, deck, moments.")]
    [InlineData("/instantWin/mode", "1", "/instantWin/mode", "Write one of these texts: odds, deck, moments.")]
    [InlineData("/instantWin/deckSize", "10000", "/instantWin/deckSize", "Only the mode deck has a size. Leave it out, or write the mode deck.")]
    [InlineData("/instantWin/maxPlays", "{}", "/instantWin/maxPlays", "Write an array of 0 to 4 limits.")]
    [InlineData("/instantWin/maxPlays/0", "3", "/instantWin/maxPlays/0", "Write an object with these members: times, per.")]
    [InlineData("/instantWin/maxPlays/0/times", null, "/instantWin/maxPlays/0/times", "This member is required. " + Count)]
    [InlineData("/instantWin/maxPlays/0/times", "0", "/instantWin/maxPlays/0/times", Count)]
    [InlineData("/instantWin/maxPlays/0/times", "1000001", "/instantWin/maxPlays/0/times", Count)]
    [InlineData("/instantWin/maxPlays/0/times", "\"3\"", "/instantWin/maxPlays/0/times", Count)]
    [InlineData("/instantWin/maxPlays/0/per", null, "/instantWin/maxPlays/0/per", "This member is required. Write one of these texts: day, week, month, campaign.")]
    [InlineData("/instantWin/maxPlays/0/per", "\"hour\"", "/instantWin/maxPlays/0/per", "Write one of these texts: day, week, month, campaign.")]
    [InlineData("/instantWin/maxPlays/1/per", "\"day\"", "/instantWin/maxPlays/1/per", "This is the same as /instantWin/maxPlays/0/per.")]
    [InlineData("/instantWin/whenPlaysExceeded", "\"ignore\"", "/instantWin/whenPlaysExceeded", "Write one of these texts: reject, recordWithoutPlay.")]
    [InlineData("/instantWin/whenPlaysExceeded", "false", "/instantWin/whenPlaysExceeded", "Write one of these texts: reject, recordWithoutPlay.")]
    [InlineData("/instantWin/maxWinsPerUser", "0", "/instantWin/maxWinsPerUser", Count)]
    [InlineData("/instantWin/maxWinsPerUser", "1.5", "/instantWin/maxWinsPerUser", Count)]
    [InlineData("/instantWin/maxWinsPerUser", "4294967297", "/instantWin/maxWinsPerUser", Count)]
    [InlineData("/instantWin/losingMessage", "\"\"", "/instantWin/losingMessage", "Write a text of 1 to 500 characters")]
    [InlineData("/instantWin/losingMessage", "[]", "/instantWin/losingMessage", "Write a text of 1 to 500 characters")]
    public void A_wrong_member_is_refused_at_its_pointer(string at, string? json, string place, string message) =>
        Documents.AssertRefused(Documents.With(Documents.Demo, at, json), place, message);

    [Theory]
    [InlineData("/instantWin/deckSize", null, "/instantWin/deckSize", "This member is required. " + Size)]
    [InlineData("/instantWin/deckSize", "0", "/instantWin/deckSize", Size)]
    [InlineData("/instantWin/deckSize", "1000000001", "/instantWin/deckSize", Size)]
    [InlineData("/instantWin/deckSize", "\"10000\"", "/instantWin/deckSize", Size)]
    [InlineData("/instantWin/deckSize", "509", "/instantWin/deckSize", "The tiers have 510 prizes together, more than this deck has cards. Write at least 510.")]
    [InlineData("/instantWin/tiers/0/odds", "0.1", "/instantWin/tiers/0/odds", "Only the mode odds has odds. Leave them out, or write the mode odds.")]
    [InlineData("/instantWin/tiers/0/odds", "\"x\"", "/instantWin/tiers/0/odds", "Only the mode odds has odds.")]
    public void A_wrong_deck_is_refused_at_its_pointer(string at, string? json, string place, string message) =>
        Documents.AssertRefused(Documents.With(Documents.Deck, at, json), place, message);

    [Theory]
    [InlineData("510")]
    [InlineData("1000000000")]
    public void A_deck_holds_all_prizes(string size) => Assert.Equal(
        long.Parse(size), Documents.ReadValid(Documents.With(Documents.Deck, "/instantWin/deckSize", size)).InstantWin!.DeckSize);

    [Theory]
    [InlineData("/instantWin/deckSize", "10000", "/instantWin/deckSize", "Only the mode deck has a size. Leave it out, or write the mode deck.")]
    [InlineData("/instantWin/tiers/1/odds", "0.1", "/instantWin/tiers/1/odds", "Only the mode odds has odds.")]
    [InlineData("/instantWin/tiers/1/quantity", "999991", "/instantWin/tiers", "The quantities of all tiers add up to 1000001. In the mode moments write at most 1000000 together, or use the mode deck.")]
    public void Wrong_moments_are_refused_at_their_pointer(string at, string? json, string place, string message) =>
        Documents.AssertRefused(Documents.With(Documents.Moments, at, json), place, message);

    [Fact]
    public void There_may_be_a_million_moments() => Assert.Equal(
        999_990, Documents.ReadValid(Documents.With(Documents.Moments, "/instantWin/tiers/1/quantity", "999990")).InstantWin!.Tiers[1].Quantity);

    [Fact]
    public void Of_a_mode_that_is_wrong_nothing_follows()
    {
        foreach (var document in new[] { Documents.Demo, Documents.Deck, Documents.Moments })
            Documents.AssertRefused(Documents.With(document, "/instantWin/mode", "\"raffle\""), "/instantWin/mode", "Write one of these texts");
    }

    [Theory]
    [InlineData("spinWheel", Game.SpinWheel)]
    [InlineData("scratchCard", Game.ScratchCard)]
    [InlineData("cardFlip", Game.CardFlip)]
    public void Every_game_is_taken(string json, Game game) =>
        Assert.Equal(game, Documents.ReadValid(Documents.With(Documents.Demo, "/instantWin/game", $"\"{json}\"")).InstantWin!.Game);

    [Fact]
    public void There_may_be_a_limit_for_every_period() =>
        Assert.Equal(
            [new CountLimit(1, Period.Day), new CountLimit(2, Period.Week), new CountLimit(3, Period.Month), new CountLimit(1_000_000, Period.Campaign)],
            Documents.ReadValid(Documents.With(
                Documents.Demo,
                "/instantWin/maxPlays",
                """[{"times":1,"per":"day"},{"times":2,"per":"week"},{"times":3,"per":"month"},{"times":1000000,"per":"campaign"}]""")).InstantWin!.MaxPlays.ToArray());
}
