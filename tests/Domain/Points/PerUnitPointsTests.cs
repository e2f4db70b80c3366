using CampaignEngine.Domain.Points;
using CampaignEngine.Domain.Tests.Campaigns;

namespace CampaignEngine.Domain.Tests.Points;

public class PerUnitPointsTests
{
    [Theory]
    [InlineData("floor", 1, "2", 2)]
    [InlineData("floor", 1, "2.0000000001", 2)]
    [InlineData("floor", 1, "2.5", 2)]
    [InlineData("floor", 1, "2.9999999999", 2)]
    [InlineData("floor", 1, "0.9999999999", 0)]
    [InlineData("ceil", 1, "2", 2)]
    [InlineData("ceil", 1, "2.0000000001", 3)]
    [InlineData("ceil", 1, "2.5", 3)]
    [InlineData("ceil", 1, "2.9999999999", 3)]
    [InlineData("ceil", 1, "0.0000000001", 1)]
    [InlineData("ceil", 1, "0", 0)]
    [InlineData("halfUp", 1, "2", 2)]
    [InlineData("halfUp", 1, "2.4999999999", 2)]
    [InlineData("halfUp", 1, "2.5", 3)]
    [InlineData("halfUp", 1, "3.5", 4)]
    [InlineData("halfUp", 1, "0.5", 1)]
    [InlineData("halfUp", 1, "0.4999999999", 0)]
    // The product is rounded, not the amount.
    [InlineData("floor", 2, "10.5", 21)]
    [InlineData("ceil", 2, "10.5", 21)]
    [InlineData("floor", 10, "0.19", 1)]
    [InlineData("ceil", 10, "0.11", 2)]
    [InlineData("halfUp", 10, "0.15", 2)]
    // Binary floats would make 113.99999999999999 and 1.0049999999999999 of these.
    [InlineData("floor", 100, "1.14", 114)]
    [InlineData("halfUp", 1000, "1.0005", 1001)]
    public void The_product_of_amount_and_points_is_rounded(string rounding, long points, string amount, long expected) =>
        Assert.Equal(expected, For($$"""{"field":"metadata.amount","points":{{points}},"rounding":"{{rounding}}"}""", $$"""{"amount":{{amount}}}"""));

    [Fact]
    public void By_default_it_is_rounded_down() =>
        Assert.Equal(2, For("""{"field":"metadata.amount","points":1}""", """{"amount":2.9}"""));

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"amount":null}""")]
    [InlineData("""{"amount":"20"}""")]
    [InlineData("""{"amount":true}""")]
    [InlineData("""{"amount":[20]}""")]
    [InlineData("""{"amount":{"value":20}}""")]
    [InlineData("""{"amount":0}""")]
    [InlineData("""{"amount":-0.0}""")]
    [InlineData("""{"amount":-20}""")]
    [InlineData("""{"amount":-1e400}""")]
    [InlineData("""{"amount":1e-400}""")]
    public void What_is_no_positive_number_counts_0(string? metadata)
    {
        Assert.Equal(0, For("""{"field":"metadata.amount","points":7,"rounding":"ceil"}""", metadata));
        Assert.Equal(0, For("""{"field":"metadata.amount","points":7,"rounding":"ceil","max":100}""", metadata));
    }

    [Theory]
    [InlineData(2, "null", "250", 500)]
    [InlineData(2, "500", "249.5", 499)]
    [InlineData(2, "500", "250", 500)]
    [InlineData(2, "500", "250.5", 500)]
    [InlineData(2, "500", "251", 500)]
    [InlineData(2, "500", "252", 500)]
    [InlineData(2, "500", "1e28", 500)]
    [InlineData(2, "500", "1e400", 500)]
    [InlineData(2, "0", "10", 0)]
    [InlineData(0, "500", "10", 0)]
    [InlineData(0, "500", "1e400", 0)]
    [InlineData(0, "null", "1e400", 0)]
    // Without max it gives what a total may have, or one more, which no total may.
    [InlineData(1, "null", "9007199254740990.9", 9007199254740990)]
    [InlineData(1, "null", "9007199254740991", PointRules.MaxTotal)]
    [InlineData(1, "null", "9007199254740992", PointRules.MaxTotal + 1)]
    [InlineData(1, "null", "79228162514264337593543950335", PointRules.MaxTotal + 1)]
    [InlineData(1, "null", "79228162514264337593543950336", PointRules.MaxTotal + 1)]
    [InlineData(1000000000, "null", "79228162514264337593543950335", PointRules.MaxTotal + 1)]
    [InlineData(1000000000, "null", "1e400", PointRules.MaxTotal + 1)]
    [InlineData(1000000000, "null", "9007199.254740991", PointRules.MaxTotal)]
    [InlineData(1000000000, "null", "9007199.25474099", 9007199254740990)]
    public void It_gives_at_most_its_max(long points, string max, string amount, long expected) =>
        Assert.Equal(expected, For($$"""{"field":"metadata.amount","points":{{points}},"max":{{max}}}""", $$"""{"amount":{{amount}}}"""));

    [Theory]
    [InlineData("1", 106)]
    [InlineData("100", 300)]
    public void Max_bounds_only_this_part_of_the_rule(string amount, long expected) =>
        Assert.Equal(expected, For("""{"field":"metadata.amount","points":6,"max":200}""", $$"""{"amount":{{amount}}}""", 100));

    private static long For(string perUnit, string? metadata, long points = 0) =>
        Documents.Compile(Documents.With(
            Documents.Minimal, "/points", $$"""{"rules":[{"id":"r","eventType":"e","points":{{points}},"perUnit":{{perUnit}}}]}"""))
            .Points.PointsFor("e", Documents.Metadata(metadata));
}
