namespace CampaignEngine.Domain.Tests.Campaigns.Reading;

public class PointsReaderTests
{
    private const string Id = "Write an id of 1 to 64 characters from a-z, 0-9, - and _";
    private const string Points = "Write a whole number from 0 to 1000000000, without quotes.";
    private const string Cooldown = "Write a whole number from 1 to 31536000, without quotes.";
    private const string EventType = "Write a text of 1 to 128 characters";
    private const string Field = "Write metadata. and the path of a field";

    [Theory]
    [InlineData("/points", "[]", "/points", "Write an object with these members: rules, maxPointsPerUser.")]
    [InlineData("/points/rules", "{}", "/points/rules", "Write an array of 0 to 100 rules.")]
    [InlineData("/points/rules/0", "null", "/points/rules/0", "Write an object with these members: id, eventType, when, points, perUnit, limits, cooldownSeconds.")]
    [InlineData("/points/rules/0/id", null, "/points/rules/0/id", "This member is required. Write an id")]
    [InlineData("/points/rules/0/id", "1", "/points/rules/0/id", Id)]
    [InlineData("/points/rules/0/id", "\"\"", "/points/rules/0/id", Id)]
    [InlineData("/points/rules/0/id", "\"Purchase\"", "/points/rules/0/id", Id)]
    [InlineData("/points/rules/0/id", "\"-a\"", "/points/rules/0/id", Id)]
    [InlineData("/points/rules/0/id", "\"_a\"", "/points/rules/0/id", Id)]
    [InlineData("/points/rules/0/id", "\"a b\"", "/points/rules/0/id", Id)]
    [InlineData("/points/rules/0/id", "\"é\"", "/points/rules/0/id", Id)]
    [InlineData("/points/rules/0/id", "\"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff12345\"", "/points/rules/0/id", Id)]
    [InlineData("/points/rules/1/id", "\"purchase\"", "/points/rules/1/id", "This is the same as /points/rules/0/id. Write a different one.")]
    [InlineData("/points/rules/0/eventType", null, "/points/rules/0/eventType", "This member is required. Write a text")]
    [InlineData("/points/rules/0/eventType", "\"\"", "/points/rules/0/eventType", EventType)]
    [InlineData("/points/rules/0/eventType", "\"a\\u0007\"", "/points/rules/0/eventType", EventType)]
    [InlineData("/points/rules/0/eventType", "true", "/points/rules/0/eventType", EventType)]
    [InlineData("/points/rules/0/points", "\"100\"", "/points/rules/0/points", Points)]
    [InlineData("/points/rules/0/points", "-1", "/points/rules/0/points", Points)]
    [InlineData("/points/rules/0/points", "1000000001", "/points/rules/0/points", Points)]
    [InlineData("/points/rules/0/points", "0.5", "/points/rules/0/points", Points)]
    [InlineData("/points/rules/0/points", "1e400", "/points/rules/0/points", Points)]
    [InlineData("/points/rules/0/points", "1e-400", "/points/rules/0/points", Points)]
    [InlineData("/points/rules/0/points", "1e99999999999999999999", "/points/rules/0/points", Points)]
    [InlineData("/points/rules/0/points", "1e-99999999999999999999", "/points/rules/0/points", Points)]
    [InlineData("/points/rules/0/points", "123456789012345678901234567890", "/points/rules/0/points", Points)]
    [InlineData("/points/rules/0/points", "1.00000000000000000000000000001", "/points/rules/0/points", Points)]
    [InlineData("/points/rules/0/points", "{}", "/points/rules/0/points", Points)]
    [InlineData("/points/rules/1/points", null, "/points/rules/1", "This rule gives nothing. Write points, perUnit or both.")]
    [InlineData("/points/rules/1/points", "null", "/points/rules/1", "This rule gives nothing.")]
    [InlineData("/points/rules/0/perUnit", "2", "/points/rules/0/perUnit", "Write an object with these members: field, points, rounding, max.")]
    [InlineData("/points/rules/0/perUnit/field", null, "/points/rules/0/perUnit/field", "This member is required. Write metadata.")]
    [InlineData("/points/rules/0/perUnit/field", "\"amount\"", "/points/rules/0/perUnit/field", Field)]
    [InlineData("/points/rules/0/perUnit/field", "\"metadata\"", "/points/rules/0/perUnit/field", Field)]
    [InlineData("/points/rules/0/perUnit/field", "\"metadata.\"", "/points/rules/0/perUnit/field", Field)]
    [InlineData("/points/rules/0/perUnit/field", "\"metadata.a..b\"", "/points/rules/0/perUnit/field", Field)]
    [InlineData("/points/rules/0/perUnit/field", "\"metadata.a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q\"", "/points/rules/0/perUnit/field", Field)]
    [InlineData("/points/rules/0/perUnit/field", "\"metadata.aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff12345\"", "/points/rules/0/perUnit/field", Field)]
    [InlineData("/points/rules/0/perUnit/points", null, "/points/rules/0/perUnit/points", "This member is required. Write a whole number")]
    [InlineData("/points/rules/0/perUnit/points", "0.5", "/points/rules/0/perUnit/points", Points)]
    [InlineData("/points/rules/0/perUnit/rounding", "\"round\"", "/points/rules/0/perUnit/rounding", "Write one of these texts: floor, ceil, halfUp.")]
    [InlineData("/points/rules/0/perUnit/rounding", "1", "/points/rules/0/perUnit/rounding", "Write one of these texts: floor, ceil, halfUp.")]
    [InlineData("/points/rules/0/perUnit/max", "-1", "/points/rules/0/perUnit/max", Points)]
    [InlineData("/points/rules/0/perUnit/max", "1000000001", "/points/rules/0/perUnit/max", Points)]
    [InlineData("/points/rules/0/limits", "{}", "/points/rules/0/limits", "Write an array of 0 to 4 limits.")]
    [InlineData("/points/rules/0/limits/0", "5", "/points/rules/0/limits/0", "Write an object with these members: times, per.")]
    [InlineData("/points/rules/0/limits/0/times", null, "/points/rules/0/limits/0/times", "This member is required. Write a whole number from 1 to 1000000,")]
    [InlineData("/points/rules/0/limits/0/times", "0", "/points/rules/0/limits/0/times", "Write a whole number from 1 to 1000000,")]
    [InlineData("/points/rules/0/limits/0/per", "\"days\"", "/points/rules/0/limits/0/per", "Write one of these texts: day, week, month, campaign.")]
    [InlineData("/points/rules/0/limits/1/per", "\"day\"", "/points/rules/0/limits/1/per", "This is the same as /points/rules/0/limits/0/per.")]
    [InlineData("/points/rules/0/cooldownSeconds", "0", "/points/rules/0/cooldownSeconds", Cooldown)]
    [InlineData("/points/rules/0/cooldownSeconds", "31536001", "/points/rules/0/cooldownSeconds", Cooldown)]
    [InlineData("/points/rules/0/cooldownSeconds", "0.5", "/points/rules/0/cooldownSeconds", Cooldown)]
    [InlineData("/points/rules/0/cooldownSeconds", "\"1m\"", "/points/rules/0/cooldownSeconds", Cooldown)]
    [InlineData("/points/maxPointsPerUser", "10000", "/points/maxPointsPerUser", "Write an array of 0 to 4 limits.")]
    [InlineData("/points/maxPointsPerUser/0", "[]", "/points/maxPointsPerUser/0", "Write an object with these members: points, per.")]
    [InlineData("/points/maxPointsPerUser/0/points", null, "/points/maxPointsPerUser/0/points", "This member is required. Write a whole number from 1 to 1000000000,")]
    [InlineData("/points/maxPointsPerUser/0/points", "0", "/points/maxPointsPerUser/0/points", "Write a whole number from 1 to 1000000000,")]
    [InlineData("/points/maxPointsPerUser/0/points", "1000000001", "/points/maxPointsPerUser/0/points", "Write a whole number from 1 to 1000000000,")]
    [InlineData("/points/maxPointsPerUser/0/per", null, "/points/maxPointsPerUser/0/per", "This member is required. Write one of these texts: day")]
    [InlineData("/points/maxPointsPerUser/0/per", "\"campaign\"", "/points/maxPointsPerUser/1/per", "This is the same as /points/maxPointsPerUser/0/per.")]
    public void A_wrong_member_is_refused_at_its_pointer(string at, string? json, string place, string message) =>
        Documents.AssertRefused(Documents.With(Documents.Demo, at, json), place, message);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("0e400", 0)]
    [InlineData("1000000000", 1_000_000_000)]
    [InlineData("1e9", 1_000_000_000)]
    [InlineData("100.0", 100)]
    [InlineData("1.5E+1", 15)]
    [InlineData("1200e-2", 12)]
    [InlineData("0.0000000000000000000000000000000000000007e40", 7)]
    [InlineData("100000000000000000000000000000000000000000e-40", 10)]
    public void A_whole_number_is_taken_however_it_is_written(string json, long points) =>
        Assert.Equal(points, Documents.ReadValid(Documents.With(Documents.Demo, "/points/rules/0/points", json)).Points.Rules[0].Points);

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("\"0-9_z\"")]
    [InlineData("\"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff1234\"")]
    public void An_id_is_taken(string json) =>
        Assert.Empty(Documents.Read(Documents.With(Documents.Demo, "/points/rules/0/id", json)).Errors);

    [Fact]
    public void There_may_be_100_rules()
    {
        static string Rules(int count) =>
            $"[{string.Join(',', Enumerable.Range(0, count).Select(n => $$"""{"id":"r{{n}}","eventType":"e","points":1}"""))}]";

        Assert.Equal(100, Documents.ReadValid(Documents.With(Documents.Demo, "/points/rules", Rules(100))).Points.Rules.Length);
        Documents.AssertRefused(
            Documents.With(Documents.Demo, "/points/rules", Rules(101)),
            "/points/rules",
            "Write an array of 0 to 100 rules. Here are 101.");
    }
}
