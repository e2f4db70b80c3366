namespace CampaignEngine.Domain.Tests.Campaigns.Reading;

public class ObjectPartTests
{
    [Theory]
    [InlineData("/starts_at", "This member is unknown. Did you mean startsAt?")]
    [InlineData("/StartsAt", "This member is unknown. Did you mean startsAt?")]
    [InlineData("/colour", "This member is unknown. Write only these: name, startsAt, endsAt, timeZone, points, milestones, streak, instantWin, referrals, codes, branding.")]
    [InlineData("/points/rule", "This member is unknown. Write only these: rules, maxPointsPerUser.")]
    [InlineData("/points/rules/0/event_type", "This member is unknown. Did you mean eventType?")]
    [InlineData("/points/rules/0/when/0/operator", "This member is unknown. Write only these: field, op, value.")]
    [InlineData("/points/rules/0/perUnit/min", "This member is unknown. Write only these: field, points, rounding, max.")]
    [InlineData("/milestones/0/threshold", "This member is unknown. Write only these: id, name, points, eventType, count, repeats, bonusPoints.")]
    [InlineData("/instantWin/type", "This member is unknown. Write only these: game, eventTypes")]
    [InlineData("/instantWin/maxPlays/0/period", "This member is unknown. Write only these: times, per.")]
    [InlineData("/instantWin/tiers/0/weight", "This member is unknown. Write only these: name, quantity, odds, points, message, maxPerDay, ownCodes.")]
    [InlineData("/points/maxPointsPerUser/0/times", "This member is unknown. Write only these: points, per.")]
    [InlineData("/streak/days", "This member is unknown. Write only these: eventTypes, bonuses.")]
    [InlineData("/streak/bonuses/0/bonusPoints", "This member is unknown. Write only these: days, points, repeats.")]
    [InlineData("/referrals/points", "This member is unknown. Write only these: referrerPoints, refereePoints, maxPerReferrer.")]
    [InlineData("/branding/colour", "This member is unknown. Write only these: title, color, logoUrl, termsUrl, privacyUrl.")]
    public void An_unknown_member_is_refused_even_when_it_is_null(string place, string message)
    {
        Documents.AssertRefused(Documents.With(Documents.Demo, place, "1"), place, message);
        Documents.AssertRefused(Documents.With(Documents.Demo, place, "null"), place, message);
    }

    [Theory]
    [InlineData("\"name\": \"a\", \"name\": \"a\"", "/name")]
    [InlineData("\"name\": \"a\", \"n\\u0061me\": null", "/name")]
    [InlineData("\"name\": \"a\", \"points\": { \"rules\": [], \"rules\": [] }", "/points/rules")]
    [InlineData("\"name\": \"a\", \"milestones\": [ { \"id\": \"a\", \"points\": 1, \"points\": 1 } ]", "/milestones/0/points")]
    public void A_member_that_is_written_twice_is_refused(string members, string place) =>
        Documents.AssertRefused(
            $$"""{ {{members}}, "startsAt": "2026-06-01T00:00:00Z", "endsAt": "2026-07-01T00:00:00Z" }""",
            place,
            "This member is written more than once. Write it once.");

    [Theory]
    [InlineData("a/b", "/a~1b")]
    [InlineData("a~b", "/a~0b")]
    [InlineData("~1/", "/~01~1")]
    [InlineData("", "/")]
    [InlineData("\\\"ü", "/\"ü")]
    public void Names_are_escaped_in_pointers(string name, string place) =>
        Documents.AssertRefused(Documents.Minimal.Replace("{ ", $$"""{ "{{name}}": 1, """, StringComparison.Ordinal), place, "This member is unknown.");

    [Fact]
    public void A_name_with_half_a_surrogate_pair_is_refused_at_its_object() =>
        Documents.AssertRefused(
            Documents.Minimal.Replace("{ ", """{ "\ud800": 1, """, StringComparison.Ordinal),
            "",
            "A member's name holds half a surrogate pair.");
}
