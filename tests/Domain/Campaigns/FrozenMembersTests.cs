using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Campaigns.Conditions;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Domain.Tests.Campaigns;

public class FrozenMembersTests
{
    private static readonly CampaignDefinition Original = Given.Definition(
        milestones: [new Milestone("bronze", "Bronze", 500, 50)],
        game: Given.Game(
            tiers: [Given.Tier("Gold", 0.001m), Given.Tier("Silver", 0.02m, points: 50, quantity: 500)],
            maxWinsPerUser: 1,
            when: [new Condition("metadata.amount", ConditionOperator.Gte, [new Scalar.Number(10)])]));

    private static InstantWinDefinition Game => Original.InstantWin!;

    private static readonly CampaignDefinition Deck = Original with
    {
        InstantWin = Game with { Mode = InstantWinMode.Deck, DeckSize = 1_000, Tiers = [.. Game.Tiers.Select(tier => tier with { Odds = 0 })] },
    };

    private static readonly CampaignDefinition Moments = Deck with
    {
        InstantWin = Deck.InstantWin! with { Mode = InstantWinMode.Moments, DeckSize = null },
    };

    public static TheoryData<string, Change> NotFrozen => new()
    {
        { "name", new(d => d with { Name = "Another" }) },
        { "endsAt", new(d => d with { EndsAt = d.EndsAt.AddDays(1) }) },
        { "rules", new(d => d with { Points = new PointsDefinition([]) }) },
        { "milestones", new(d => d with { Milestones = [] }) },
        { "streak", new(d => d with { Streak = new StreakDefinition(["login"], []) }) },
        { "referrals", new(d => d with { Referrals = new ReferralDefinition(1, 1, 1) }) },
        { "codes", new(d => d with { HasCodes = true }) },
        { "branding", new(d => d with { Branding = Branding.None with { Title = "Summer" } }) },
        { "startsAt in another offset", new(d => d with { StartsAt = d.StartsAt.ToUniversalTime() }) },
        { "game", new(d => d with { InstantWin = Game with { Game = Domain.Campaigns.Game.CardFlip } }) },
        { "maxPlays", new(d => d with { InstantWin = Game with { MaxPlays = [new CountLimit(1, Period.Day)] } }) },
        { "whenPlaysExceeded", new(d => d with { InstantWin = Game with { RecordWithoutPlay = true } }) },
        { "losingMessage", new(d => d with { InstantWin = Game with { LosingMessage = "No." } }) },
        { "a tier's message", new(d => WithGold(d, gold => gold with { Message = "You won." })) },
        { "odds with zeros", new(d => WithGold(d, gold => gold with { Odds = 0.0010000m })) },
        {
            "a value with zeros",
            new(d => d with { InstantWin = Game with { When = [Game.When[0] with { Values = [new Scalar.Number(10.00m)] }] } })
        },
    };

    public static TheoryData<string, Change> Frozen => new()
    {
        { "/startsAt", new(d => d with { StartsAt = d.StartsAt.AddTicks(1) }) },
        { "/timeZone", new(d => d with { TimeZone = "UTC" }) },
        { "/instantWin", new(d => d with { InstantWin = null }) },
        { "/instantWin/eventTypes", new(d => d with { InstantWin = Game with { EventTypes = ["purchase"] } }) },
        { "/instantWin/when", new(d => d with { InstantWin = Game with { When = [] } }) },
        { "/instantWin/when", new(d => WithCondition(d, condition => condition with { Field = "metadata.total" })) },
        { "/instantWin/when", new(d => WithCondition(d, condition => condition with { Operator = ConditionOperator.Gt })) },
        { "/instantWin/when", new(d => WithCondition(d, condition => condition with { Values = [new Scalar.Number(11)] })) },
        { "/instantWin/when", new(d => WithCondition(d, condition => condition with { Values = [new Scalar.Text("10")] })) },
        { "/instantWin/maxWinsPerUser", new(d => d with { InstantWin = Game with { MaxWinsPerUser = 2 } }) },
        { "/instantWin/maxWinsPerUser", new(d => d with { InstantWin = Game with { MaxWinsPerUser = null } }) },
        { "/instantWin/tiers/0/name", new(d => WithGold(d, gold => gold with { Name = "Platinum" })) },
        { "/instantWin/tiers/0/quantity", new(d => WithGold(d, gold => gold with { Quantity = 11 })) },
        { "/instantWin/tiers/0/odds", new(d => WithGold(d, gold => gold with { Odds = 0.0010000000000000001m })) },
        { "/instantWin/tiers/0/points", new(d => WithGold(d, gold => gold with { Points = 501 })) },
        { "/instantWin/tiers/0/maxPerDay", new(d => WithGold(d, gold => gold with { MaxPerDay = 1 })) },
        { "/instantWin/tiers/0/ownCodes", new(d => WithGold(d, gold => gold with { HasOwnCodes = true })) },
        { "/instantWin/tiers", new(d => d with { InstantWin = Game with { Tiers = [Game.Tiers[0]] } }) },
        { "/startsAt /timeZone", new(d => d with { StartsAt = d.StartsAt.AddDays(1), TimeZone = "UTC", Name = "Another" }) },
        {
            "/instantWin/tiers/0/name /instantWin/tiers/1/name",
            new(d => d with { InstantWin = Game with { Tiers = [Game.Tiers[0] with { Name = "Silver" }, Game.Tiers[1] with { Name = "Gold" }] } })
        },
        {
            "/instantWin/mode /instantWin/deckSize /instantWin/tiers/0/odds /instantWin/tiers/1/odds",
            new(_ => Deck)
        },
        { "/instantWin/mode /instantWin/tiers/0/odds /instantWin/tiers/1/odds", new(_ => Moments) },
    };

    [Theory]
    [MemberData(nameof(NotFrozen))]
    public void What_no_draw_depends_on_may_change(string what, Change change)
    {
        Assert.True(Text(Original) == Text(change.Of(Original)), what);
        Assert.Empty(FrozenMembers.Changed(Original, change.Of(Original)));
    }

    [Theory]
    [MemberData(nameof(Frozen))]
    public void What_a_draw_depends_on_may_not_change(string pointers, Change change)
    {
        Assert.NotEqual(Text(Original), Text(change.Of(Original)));
        Assert.Equal(pointers.Split(' '), FrozenMembers.Changed(Original, change.Of(Original)));
        Assert.Equal(pointers.Split(' '), FrozenMembers.Changed(change.Of(Original), Original));
    }

    [Fact]
    public void The_size_of_a_deck_is_frozen() => Assert.Equal(
        ["/instantWin/deckSize"],
        FrozenMembers.Changed(Deck, Deck with { InstantWin = Deck.InstantWin! with { DeckSize = 1_001 } }));

    [Fact]
    public void The_end_is_frozen_where_moments_depend_on_it()
    {
        Assert.Equal(["/endsAt"], FrozenMembers.Changed(Moments, Moments with { EndsAt = Moments.EndsAt.AddTicks(1) }));
        Assert.Empty(FrozenMembers.Changed(Deck, Deck with { EndsAt = Deck.EndsAt.AddTicks(1) }));
    }

    // The SHA-256 of these bytes is published when a campaign is activated.
    [Fact]
    public void The_canonical_form_never_changes() => Assert.Equal(
        """
        {"startsAt":"2026-05-31T22:00:00.0000000Z","endsAt":null,"timeZone":"Europe/Berlin","instantWin":{"eventTypes":["purchase","spin"],"when":[{"field":"metadata.amount","op":"gte","values":[10]}],"mode":"odds","deckSize":null,"maxWinsPerUser":1,"tiers":[{"name":"Gold","quantity":10,"odds":0.001,"points":500,"maxPerDay":2,"ownCodes":true},{"name":"Silver","quantity":500,"odds":0.02,"points":50,"maxPerDay":null,"ownCodes":false}]}}
        """,
        Text(WithGold(Original, gold => gold with { MaxPerDay = 2, HasOwnCodes = true })));

    [Fact]
    public void The_canonical_form_of_moments_never_changes() => Assert.Equal(
        """
        {"startsAt":"2026-05-31T22:00:00.0000000Z","endsAt":"2026-08-31T22:00:00.0000000Z","timeZone":"Europe/Berlin","instantWin":{"eventTypes":["purchase","spin"],"when":[{"field":"metadata.amount","op":"gte","values":[10]}],"mode":"moments","deckSize":null,"maxWinsPerUser":1,"tiers":[{"name":"Gold","quantity":10,"odds":null,"points":500,"maxPerDay":null,"ownCodes":false},{"name":"Silver","quantity":500,"odds":null,"points":50,"maxPerDay":null,"ownCodes":false}]}}
        """,
        Text(Moments));

    [Fact]
    public void The_canonical_form_of_a_deck_names_its_size() =>
        Assert.Contains("\"mode\":\"deck\",\"deckSize\":1000,", Text(Deck));

    [Fact]
    public void A_campaign_without_the_game_has_a_canonical_form() => Assert.Equal(
        """{"startsAt":"2026-05-31T22:00:00.0000000Z","endsAt":null,"timeZone":"Europe/Berlin","instantWin":null}""", Text(Given.Definition()));

    public static TheoryData<ConditionOperator, string, string> Conditions => new()
    {
        { ConditionOperator.Eq, "Größe \"L\"\n", "\"op\":\"eq\",\"values\":[\"Gr\\u00F6\\u00DFe \\u0022L\\u0022\\n\"]" },
        { ConditionOperator.Ne, "true", "\"op\":\"ne\",\"values\":[true]" },
        { ConditionOperator.Exists, "false", "\"op\":\"exists\",\"values\":[false]" },
        { ConditionOperator.Lt, "0.10", "\"op\":\"lt\",\"values\":[0.1]" },
        { ConditionOperator.Lte, "-1.50", "\"op\":\"lte\",\"values\":[-1.5]" },
        { ConditionOperator.Gt, "-0.0", "\"op\":\"gt\",\"values\":[0]" },
        { ConditionOperator.NotIn, "79228162514264337593543950335", "\"op\":\"notIn\",\"values\":[79228162514264337593543950335]" },
        { ConditionOperator.In, "0.0000000000000000000000000001", "\"op\":\"in\",\"values\":[0.0000000000000000000000000001]" },
        { ConditionOperator.StartsWith, "", "\"op\":\"startsWith\",\"values\":[\"\"]" },
        { ConditionOperator.Contains, "", "\"op\":\"contains\",\"values\":[\"\"]" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Conditions_have_a_canonical_form(ConditionOperator op, string value, string expected)
    {
        Scalar scalar = decimal.TryParse(value, out var number) ? new Scalar.Number(number)
            : bool.TryParse(value, out var flag) ? new Scalar.Flag(flag)
            : new Scalar.Text(value);
        var definition = Given.Definition(game: Given.Game(when: [new Condition("metadata.a", op, [scalar])]));

        Assert.Contains(expected, Text(definition));
    }

    private static CampaignDefinition WithGold(CampaignDefinition definition, Func<TierDefinition, TierDefinition> change) =>
        definition with { InstantWin = Game with { Tiers = Game.Tiers.SetItem(0, change(Game.Tiers[0])) } };

    private static CampaignDefinition WithCondition(CampaignDefinition definition, Func<Condition, Condition> change) =>
        definition with { InstantWin = Game with { When = [change(Game.When[0])] } };

    private static string Text(CampaignDefinition definition) => Encoding.UTF8.GetString(FrozenMembers.Canonical(definition));

    public sealed record Change(Func<CampaignDefinition, CampaignDefinition> Of);
}
