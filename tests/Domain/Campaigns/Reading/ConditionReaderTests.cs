namespace CampaignEngine.Domain.Tests.Campaigns.Reading;

public class ConditionReaderTests
{
    private const string When = "/points/rules/0/when";
    private const string Scalar = "Write a text of at most 500 characters, a number of at most 28 digits, true or false. For null use the op exists.";
    private const string Number = "Write a number of at most 28 digits, without quotes.";
    private const string List = "Write an array of 1 to 100 values.";

    [Theory]
    [InlineData("{}", "", "Write an array of 0 to 20 conditions.")]
    [InlineData("[ 1 ]", "/0", "Write an object with these members: field, op, value.")]
    [InlineData("[ { \"op\": \"eq\", \"value\": 1 } ]", "/0/field", "This member is required. Write metadata.")]
    [InlineData("[ { \"field\": \"userId\", \"op\": \"eq\", \"value\": 1 } ]", "/0/field", "Write metadata. and the path of a field")]
    [InlineData("[ { \"field\": \"metadata.a\", \"value\": 1 } ]", "/0/op", "This member is required. Write one of these texts: eq, ne")]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"==\", \"value\": 1 } ]", "/0/op", "Write one of these texts: eq, ne, gt, gte, lt, lte, in, notIn, contains, startsWith, exists.")]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"EQ\", \"value\": 1 } ]", "/0/op", "Write one of these texts")]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"matches\", \"value\": \"(a+)+$\" } ]", "/0/op", "Write one of these texts")]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"eq\" } ]", "/0/value", "This member is required. " + Scalar)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"eq\", \"value\": null } ]", "/0/value", "This member is required. " + Scalar)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"eq\", \"value\": [1] } ]", "/0/value", Scalar)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"ne\", \"value\": {} } ]", "/0/value", Scalar)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"eq\", \"value\": 1e400 } ]", "/0/value", Scalar)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"eq\", \"value\": \"\\udfff\" } ]", "/0/value", Scalar)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"contains\", \"value\": [\"a\"] } ]", "/0/value", Scalar)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"gt\", \"value\": \"10\" } ]", "/0/value", Number)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"gte\", \"value\": true } ]", "/0/value", Number)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"lt\", \"value\": 1e-400 } ]", "/0/value", Number)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"lte\", \"value\": 12345678901234567890123456789 } ]", "/0/value", Number)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"lte\", \"value\": 12345678901234567890123456789e-5 } ]", "/0/value", Number)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"lte\", \"value\": 1234567890123456789012345.6789 } ]", "/0/value", Number)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"lte\" } ]", "/0/value", "This member is required. " + Number)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"in\", \"value\": \"a\" } ]", "/0/value", List)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"in\", \"value\": [] } ]", "/0/value", List + " Here are 0.")]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"in\" } ]", "/0/value", "This member is required. " + List)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"notIn\", \"value\": [1, null] } ]", "/0/value/1", Scalar)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"notIn\", \"value\": [[1], 2] } ]", "/0/value/0", Scalar)]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"startsWith\", \"value\": 1 } ]", "/0/value", "Write a text of at most 500 characters.")]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"exists\", \"value\": \"true\" } ]", "/0/value", "Write true or false, without quotes.")]
    [InlineData("[ { \"field\": \"metadata.a\", \"op\": \"exists\" } ]", "/0/value", "This member is required. Write true or false")]
    public void A_wrong_condition_is_refused_at_its_pointer(string json, string place, string message)
    {
        Documents.AssertRefused(Documents.With(Documents.Demo, When, json), When + place, message);
        Documents.AssertRefused(Documents.With(Documents.Demo, "/instantWin/when", json), "/instantWin/when" + place, message);
    }

    [Theory]
    [InlineData(20, null)]
    [InlineData(21, "Write an array of 0 to 20 conditions. Here are 21.")]
    public void There_may_be_20_conditions(int count, string? message)
    {
        var conditions = string.Join(',', Enumerable.Repeat("""{"field":"metadata.a","op":"eq","value":1}""", count));
        AssertOutcome(Documents.With(Documents.Demo, When, $"[{conditions}]"), When, message);
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, List + " Here are 101.")]
    public void There_may_be_100_values(int count, string? message) => AssertOutcome(
        Documents.With(Documents.Demo, When, $$"""[{"field":"metadata.a","op":"in","value":[{{string.Join(',', Enumerable.Range(0, count))}}]}]"""),
        When + "/0/value",
        message);

    [Theory]
    [InlineData(500, null)]
    [InlineData(501, Scalar)]
    public void A_text_may_have_500_characters(int length, string? message) => AssertOutcome(
        Documents.With(Documents.Demo, When, $$"""[{"field":"metadata.a","op":"eq","value":"{{string.Concat(Enumerable.Repeat("😀", length))}}"}]"""),
        When + "/0/value",
        message);

    private static void AssertOutcome(string document, string place, string? message)
    {
        if (message is null)
            Documents.ReadValid(document);
        else
            Documents.AssertRefused(document, place, message);
    }
}
