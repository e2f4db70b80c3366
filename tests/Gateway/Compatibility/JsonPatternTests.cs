using System.Text.Json;

namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>A yardstick that takes everything would measure nothing.</summary>
public sealed class JsonPatternTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1,"ours":2}""")]
    [InlineData("""{"a":"<integer>","b":"<text>"}""", """{"a":7,"b":""}""")]
    [InlineData("""["<integer>"]""", "[1,2,3]")]
    [InlineData("[]", "[]")]
    [InlineData("""["a","b"]""", """["a","b"]""")]
    [InlineData("\"<time>\"", "\"2026-06-01T12:00:00Z\"")]
    [InlineData("\"<uuid>\"", "\"0199f2a5-8a02-7c11-b7de-0c5a3f7b2e61\"")]
    [InlineData("\"/^SUMM-/\"", "\"SUMM-AX7K9M2P\"")]
    [InlineData("null", "null")]
    public void It_takes_what_it_says(string pattern, string actual) => Assert.Null(Difference(pattern, actual));

    [Theory]
    [InlineData("""{"a":1}""", """{"ours":2,"a":1}""")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""")]
    [InlineData("""{"a":1}""", "{}")]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":"<integer>"}""", """{"a":1.5}""")]
    [InlineData("""{"a":"<integer>"}""", """{"a":null}""")]
    [InlineData("""["<integer>"]""", "[]")]
    [InlineData("""["<integer>"]""", """[1,"2"]""")]
    [InlineData("[]", "[1]")]
    [InlineData("""["a","b"]""", """["a"]""")]
    [InlineData("\"<time>\"", "\"2026-06-01T12:00:00.000Z\"")]
    [InlineData("\"<text>\"", "1")]
    [InlineData("\"<boolean>\"", "\"true\"")]
    [InlineData("\"/^SUMM-/\"", "\"summ-AX7K9M2P\"")]
    [InlineData("null", "0")]
    public void It_takes_nothing_else(string pattern, string actual) => Assert.NotNull(Difference(pattern, actual));

    private static string? Difference(string pattern, string actual)
    {
        using var document = JsonDocument.Parse(actual);
        return JsonPattern.Difference(pattern, document.RootElement);
    }
}
