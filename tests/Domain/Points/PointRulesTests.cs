using CampaignEngine.Domain.Points;
using CampaignEngine.Domain.Tests.Campaigns;

namespace CampaignEngine.Domain.Tests.Points;

public class PointRulesTests
{
    private const string Three =
        """
        { "id": "any", "eventType": "purchase", "points": 1 },
        { "id": "web", "eventType": "purchase", "points": 20, "when": [ { "field": "metadata.channel", "op": "eq", "value": "web" } ] },
        { "id": "big", "eventType": "purchase", "points": 300, "perUnit": { "field": "metadata.amount", "points": 1 },
          "when": [ { "field": "metadata.amount", "op": "gte", "value": 1000 } ] },
        { "id": "join", "eventType": "sign_up", "points": 4000 }
        """;

    [Theory]
    [InlineData("purchase", null, 1)]
    [InlineData("purchase", "{}", 1)]
    [InlineData("purchase", """{"channel":"web"}""", 21)]
    [InlineData("purchase", """{"channel":"web","amount":999}""", 21)]
    [InlineData("purchase", """{"channel":"app","amount":1000}""", 1301)]
    [InlineData("purchase", """{"channel":"web","amount":1000}""", 1321)]
    [InlineData("sign_up", """{"channel":"web","amount":1000}""", 4000)]
    [InlineData("Purchase", null, 0)]
    [InlineData("unknown", null, 0)]
    [InlineData("", null, 0)]
    public void All_rules_that_match_add_up(string eventType, string? metadata, long points) =>
        Assert.Equal(points, Rules(Three).PointsFor(eventType, Documents.Metadata(metadata)));

    [Fact]
    public void Without_rules_every_event_gives_0() => Assert.Equal(0, Rules("").PointsFor("purchase", default));

    [Fact]
    public void The_largest_rules_add_up_without_overflow()
    {
        var rules = string.Join(',', Enumerable.Range(0, 100).Select(n =>
            $$"""{"id":"r{{n}}","eventType":"e","points":1000000000,"perUnit":{"field":"metadata.a","points":1000000000} }"""));
        Assert.Equal(
            100 * (PointRules.MaxTotal + 1 + 1_000_000_000),
            Rules(rules).PointsFor("e", Documents.Metadata("""{"a":1e28}""")));
    }

    [Fact]
    public void Counting_the_points_of_an_ordinary_event_allocates_nothing()
    {
        var rules = Rules(Three);
        var game = Documents.Compile(Documents.Demo).InstantWin!;
        var metadata = Documents.Metadata("""{"channel":"w\u0065b","amount":1000.50,"note":"hello"}""");
        Assert.Equal(1321, rules.PointsFor("purchase", metadata));
        Assert.True(game.IsPlay("purchase", metadata));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 1000; n++)
        {
            rules.PointsFor("purchase", metadata);
            game.IsPlay("purchase", metadata);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static PointRules Rules(string rules) =>
        Documents.Compile(Documents.With(Documents.Minimal, "/points", $$"""{"rules":[{{rules}}]}""")).Points;
}
