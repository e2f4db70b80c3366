using System.Text;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Campaigns.Conditions;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Tests.Campaigns;

public class CampaignDefinitionReaderTests
{
    [Fact]
    public void Every_member_is_read_as_written()
    {
        var definition = Documents.ReadValid(Documents.Demo);

        Assert.Equal("Summer Promo", definition.Name);
        Assert.Equal("2026-06-01T00:00:00.0000000+02:00", definition.StartsAt.ToString("O"));
        Assert.Equal("2026-09-01T00:00:00.0000000+02:00", definition.EndsAt.ToString("O"));
        Assert.Equal("Europe/Berlin", definition.TimeZone);

        Assert.Equal(2, definition.Points.Rules.Length);
        var rule = definition.Points.Rules[0];
        Assert.Equal(("purchase", "purchase", 100L), (rule.Id, rule.EventType, rule.Points));
        Assert.Equal(new PerUnit("metadata.amount", 2, PointRounding.Floor, 500), rule.PerUnit);
        var condition = Assert.Single(rule.When);
        Assert.Equal(("metadata.amount", ConditionOperator.Gte), (condition.Field, condition.Operator));
        Assert.Equal([new Scalar.Number(10)], condition.Values.ToArray());

        Assert.Equal([new CountLimit(5, Period.Day), new CountLimit(100, Period.Campaign)], rule.Limits.ToArray());
        Assert.Equal(60, rule.CooldownSeconds);
        Assert.Equal(
            [new PointsLimit(1000, Period.Week), new PointsLimit(10_000, Period.Campaign)],
            definition.Points.MaxPointsPerUser.ToArray());

        Assert.Equal(
            [
                new Milestone("silver", "Silver", 1000, 100),
                new Milestone("bronze", "Bronze", 500, 50),
                new Milestone("regular", "Every 10 purchases", null, 20) { EventType = "purchase", Count = 10, Repeats = true },
            ],
            definition.Milestones.ToArray());

        Assert.Equal(["daily_login", "purchase"], definition.Streak!.EventTypes.ToArray());
        Assert.Equal([new StreakBonus(3, 10, false), new StreakBonus(7, 70, true)], definition.Streak.Bonuses.ToArray());

        var game = definition.InstantWin!;
        Assert.Equal((Game.ScratchCard, InstantWinMode.Odds, true, 1), (game.Game, game.Mode, game.RecordWithoutPlay, game.MaxWinsPerUser));
        Assert.Equal(["purchase"], game.EventTypes.ToArray());
        Assert.Equal([new Scalar.Text("web"), new Scalar.Text("app")], Assert.Single(game.When).Values.ToArray());
        Assert.Equal([new CountLimit(3, Period.Day), new CountLimit(50, Period.Campaign)], game.MaxPlays.ToArray());
        Assert.Equal(
            [
                new TierDefinition("Gold", 10, 0.001m, 500, "Gold is yours!") { MaxPerDay = 2, HasOwnCodes = true },
                new TierDefinition("Silver", 500, 0.02m, 50, null),
            ],
            game.Tiers.ToArray());
        Assert.Null(game.DeckSize);
        Assert.Equal("Better luck next time.", game.LosingMessage);

        Assert.Equal(new ReferralDefinition(200, 100, 50), definition.Referrals);
        Assert.True(definition.HasCodes);
        Assert.Equal(
            new Branding(
                "Summer Promo",
                "#0a7",
                "https://example.com/logo.svg",
                "https://example.com/terms?campaign=summer#prizes",
                "https://example.com/privacy"),
            definition.Branding);
    }

    [Fact]
    public void A_deck_has_a_size_and_no_odds()
    {
        var game = Documents.ReadValid(Documents.Deck).InstantWin!;

        Assert.Equal((InstantWinMode.Deck, 10_000), (game.Mode, game.DeckSize));
        Assert.All(game.Tiers, tier => Assert.Equal(0, tier.Odds));
    }

    [Fact]
    public void Moments_have_neither_size_nor_odds()
    {
        var game = Documents.ReadValid(Documents.Moments).InstantWin!;

        Assert.Equal((InstantWinMode.Moments, null), (game.Mode, game.DeckSize));
        Assert.All(game.Tiers, tier => Assert.Equal(0, tier.Odds));
    }

    [Fact]
    public void What_is_left_out_of_the_document_has_a_default()
    {
        var definition = Documents.ReadValid(Documents.Minimal);

        Assert.Equal("UTC", definition.TimeZone);
        Assert.Empty(definition.Points.Rules);
        Assert.Empty(definition.Points.MaxPointsPerUser);
        Assert.Empty(definition.Milestones);
        Assert.Null(definition.Streak);
        Assert.Null(definition.InstantWin);
        Assert.Null(definition.Referrals);
        Assert.False(definition.HasCodes);
        Assert.Equal(Branding.None, definition.Branding);
    }

    [Fact]
    public void What_is_left_out_of_a_rule_has_a_default()
    {
        var rule = Assert.Single(Documents.ReadValid(Documents.With(
            Documents.Minimal, "/points", """{"rules":[{"id":"a","eventType":"e","perUnit":{"field":"metadata.n","points":1}}]}""")).Points.Rules);

        Assert.Equal((0L, null), (rule.Points, rule.CooldownSeconds));
        Assert.Empty(rule.When);
        Assert.Empty(rule.Limits);
        Assert.Equal(new PerUnit("metadata.n", 1, PointRounding.Floor, null), rule.PerUnit);
    }

    [Fact]
    public void What_is_left_out_of_a_streak_has_a_default()
    {
        var streak = Documents.ReadValid(Documents.With(Documents.Minimal, "/streak", """{"eventTypes":["login"]}""")).Streak!;
        Assert.Equal(["login"], streak.EventTypes.ToArray());
        Assert.Empty(streak.Bonuses);
    }

    [Theory]
    [InlineData("""{"referrerPoints":5}""", 5, 0)]
    [InlineData("""{"refereePoints":5,"maxPerReferrer":null}""", 0, 5)]
    public void What_is_left_out_of_referrals_has_a_default(string json, long referrer, long referee) => Assert.Equal(
        new ReferralDefinition(referrer, referee, null),
        Documents.ReadValid(Documents.With(Documents.Minimal, "/referrals", json)).Referrals);

    [Fact]
    public void What_is_left_out_of_an_instant_win_has_a_default()
    {
        var game = Documents.ReadValid(Documents.With(
            Documents.Minimal, "/instantWin", """{"eventTypes":["a"],"tiers":[{"name":"Gold","quantity":1,"odds":1}]}""")).InstantWin!;

        Assert.Equal((Game.SpinWheel, InstantWinMode.Odds, false, null), (game.Game, game.Mode, game.RecordWithoutPlay, game.MaxWinsPerUser));
        Assert.Empty(game.When);
        Assert.Empty(game.MaxPlays);
        Assert.Equal("Not this time. Try again!", game.LosingMessage);
        Assert.Equal(new TierDefinition("Gold", 1, 1, 0, null), Assert.Single(game.Tiers));
    }

    [Theory]
    [InlineData("/timeZone")]
    [InlineData("/points")]
    [InlineData("/points/rules")]
    [InlineData("/points/rules/0/when")]
    [InlineData("/points/rules/0/points")]
    [InlineData("/points/rules/0/perUnit")]
    [InlineData("/points/rules/0/perUnit/rounding")]
    [InlineData("/points/rules/0/perUnit/max")]
    [InlineData("/points/rules/0/limits")]
    [InlineData("/points/rules/0/cooldownSeconds")]
    [InlineData("/points/maxPointsPerUser")]
    [InlineData("/milestones")]
    [InlineData("/milestones/0/name")]
    [InlineData("/milestones/0/bonusPoints")]
    [InlineData("/milestones/2/repeats")]
    [InlineData("/streak")]
    [InlineData("/streak/bonuses")]
    [InlineData("/streak/bonuses/1/repeats")]
    [InlineData("/instantWin")]
    [InlineData("/instantWin/game")]
    [InlineData("/instantWin/when")]
    [InlineData("/instantWin/mode")]
    [InlineData("/instantWin/maxPlays")]
    [InlineData("/instantWin/whenPlaysExceeded")]
    [InlineData("/instantWin/maxWinsPerUser")]
    [InlineData("/instantWin/tiers/0/points")]
    [InlineData("/instantWin/tiers/0/message")]
    [InlineData("/instantWin/tiers/0/maxPerDay")]
    [InlineData("/instantWin/tiers/0/ownCodes")]
    [InlineData("/instantWin/losingMessage")]
    [InlineData("/referrals")]
    [InlineData("/referrals/referrerPoints")]
    [InlineData("/referrals/refereePoints")]
    [InlineData("/referrals/maxPerReferrer")]
    [InlineData("/codes")]
    [InlineData("/branding")]
    [InlineData("/branding/title")]
    [InlineData("/branding/color")]
    [InlineData("/branding/logoUrl")]
    [InlineData("/branding/termsUrl")]
    [InlineData("/branding/privacyUrl")]
    public void Null_for_an_optional_member_is_as_absent(string at)
    {
        var absent = Definition(Documents.With(Documents.Demo, at, null));
        Assert.Equal(absent, Definition(Documents.With(Documents.Demo, at, "null")));
    }

    [Fact]
    public void All_errors_are_reported_at_once()
    {
        var result = Documents.Read("""
            {
              "name": "", "startsAt": "2026-06-01T00:00:00Z", "endsAt": "2026-05-01T00:00:00Z", "timeZone": "Mars/Olympus", "colour": 1,
              "points": { "rules": [ { "id": "a", "eventType": "x", "points": -1, "limits": [ { "times": 0, "per": "day" } ], "cooldownSeconds": -1 },
                                     { "id": "a", "eventType": "x", "points": 1, "when": [ { "field": "amount", "op": "gt", "value": "1" } ] },
                                     7 ],
                          "maxPointsPerUser": [ { "points": 0, "per": "hour" } ] },
              "milestones": [ { "id": "m", "points": 0 }, { "id": "n" } ],
              "streak": { "eventTypes": [], "bonuses": [ { "days": 0 } ] },
              "instantWin": { "eventTypes": [], "mode": "deck", "tiers": [ { "name": "G", "quantity": "5", "odds": 0.6 }, { "name": "S", "quantity": 5, "maxPerDay": 0 } ],
                              "deckSize": 4 },
              "referrals": {}, "codes": "yes", "branding": { "color": "red", "logoUrl": "http://example.com" }
            }
            """);

        Assert.Equal(
            [
                "/colour", "/name", "/endsAt", "/timeZone",
                "/points/rules/0/points", "/points/rules/0/limits/0/times", "/points/rules/0/cooldownSeconds", "/points/rules/1/id",
                "/points/rules/1/when/0/field", "/points/rules/1/when/0/value", "/points/rules/2",
                "/points/maxPointsPerUser/0/points", "/points/maxPointsPerUser/0/per",
                "/milestones/0/points", "/milestones/1",
                "/streak/eventTypes", "/streak/bonuses/0/days", "/streak/bonuses/0/points",
                "/instantWin/eventTypes", "/instantWin/tiers/0/quantity", "/instantWin/tiers/0/odds", "/instantWin/tiers/1/maxPerDay",
                "/instantWin/deckSize",
                "/referrals", "/codes", "/branding/color", "/branding/logoUrl",
            ],
            result.Errors.Select(error => error.Pointer));
        Assert.All(result.Errors, error => Assert.EndsWith(".", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Reading_keeps_nothing_of_the_buffer()
    {
        var bytes = Encoding.UTF8.GetBytes(Documents.Demo);
        var definition = CampaignDefinitionReader.Read(bytes).Definition!;
        Array.Clear(bytes);
        Assert.Equal("Summer Promo", definition.Name);
        Assert.Equal("metadata.amount", definition.Points.Rules[0].When[0].Field);
    }

    /// <summary>As text, because records compare arrays by reference.</summary>
    private static string Definition(string document) => JsonSerializer.Serialize(Documents.ReadValid(document), Plain);

    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = true };
}
