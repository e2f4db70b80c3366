using System.Text;
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

        Assert.Equal([new Milestone("silver", "Silver", 1000, 100), new Milestone("bronze", "Bronze", 500, 50)], definition.Milestones.ToArray());

        var game = definition.InstantWin!;
        Assert.Equal((Game.ScratchCard, InstantWinMode.Odds, true, 1), (game.Game, game.Mode, game.RecordWithoutPlay, game.MaxWinsPerUser));
        Assert.Equal(["purchase"], game.EventTypes.ToArray());
        Assert.Equal([new Scalar.Text("web"), new Scalar.Text("app")], Assert.Single(game.When).Values.ToArray());
        Assert.Equal([new CountLimit(3, Period.Day), new CountLimit(50, Period.Campaign)], game.MaxPlays.ToArray());
        Assert.Equal(
            [new TierDefinition("Gold", 10, 0.001m, 500, "Gold is yours!"), new TierDefinition("Silver", 500, 0.02m, 50, null)],
            game.Tiers.ToArray());
        Assert.Equal("Better luck next time.", game.LosingMessage);
    }

    [Fact]
    public void What_is_left_out_of_the_document_has_a_default()
    {
        var definition = Documents.ReadValid(Documents.Minimal);

        Assert.Equal("UTC", definition.TimeZone);
        Assert.Empty(definition.Points.Rules);
        Assert.Empty(definition.Milestones);
        Assert.Null(definition.InstantWin);
    }

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

    [Fact]
    public void Null_for_an_optional_member_is_as_absent()
    {
        var nulls = Documents.With(Documents.Minimal, "/timeZone", "null");
        nulls = Documents.With(nulls, "/points", "null");
        nulls = Documents.With(nulls, "/milestones", "null");
        nulls = Documents.With(nulls, "/instantWin", "null");

        var definition = Documents.ReadValid(nulls);
        Assert.Equal("UTC", definition.TimeZone);
        Assert.Null(definition.InstantWin);
    }

    [Fact]
    public void All_errors_are_reported_at_once()
    {
        var result = Documents.Read("""
            {
              "name": "", "startsAt": "2026-06-01T00:00:00Z", "endsAt": "2026-05-01T00:00:00Z", "timeZone": "Mars/Olympus", "colour": 1,
              "points": { "rules": [ { "id": "a", "eventType": "x", "points": -1 },
                                     { "id": "a", "eventType": "x", "points": 1, "when": [ { "field": "amount", "op": "gt", "value": "1" } ] },
                                     7 ] },
              "milestones": [ { "id": "m", "points": 0 } ],
              "instantWin": { "eventTypes": [], "mode": "deck", "tiers": [ { "name": "G", "quantity": "5", "odds": 0.6 }, { "name": "S", "quantity": 5, "odds": 0.6 } ] },
              "streak": {}
            }
            """);

        Assert.Equal(
            [
                "/colour", "/streak", "/name", "/endsAt", "/timeZone",
                "/points/rules/0/points", "/points/rules/1/id", "/points/rules/1/when/0/field", "/points/rules/1/when/0/value", "/points/rules/2",
                "/milestones/0/points",
                "/instantWin/eventTypes", "/instantWin/mode", "/instantWin/tiers/0/quantity", "/instantWin/tiers",
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
}
