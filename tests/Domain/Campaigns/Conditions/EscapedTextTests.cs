namespace CampaignEngine.Domain.Tests.Campaigns.Conditions;

/// <summary>Texts of events are compared as they stand, escapes and all.</summary>
public class EscapedTextTests
{
    [Theory]
    [InlineData("eq", "a\"b", """ "a\"b" """, true)]
    [InlineData("eq", "a\\b", """ "a\\b" """, true)]
    [InlineData("eq", "a/b", """ "a\/b" """, true)]
    [InlineData("eq", "\b\f\n\r\t", """ "\b\f\n\r\t" """, true)]
    [InlineData("eq", "\b\f\n\r\t", """ "\u0008\u000c\u000A\u000d\u0009" """, true)]
    [InlineData("eq", "ABC", """ "\u0041\u0042\u0043" """, true)]
    [InlineData("eq", "ABC", """ "\u0041\u0042\u0044" """, false)]
    [InlineData("eq", "ABC", """ "\u0041BCD" """, false)]
    [InlineData("eq", "ü€", """ "\u00fc\u20AC" """, true)]
    [InlineData("eq", "😀", """ "\ud83d\ude00" """, true)]
    [InlineData("eq", "😀x", """ "\uD83D\uDE00\u0078" """, true)]
    [InlineData("eq", "😀", """ "\ud83d" """, false)]
    [InlineData("eq", "?", """ "\ud83d" """, false)]
    [InlineData("eq", "\uFFFD", """ "\ud83d" """, false)]
    [InlineData("ne", "x", """ "\udc00" """, true)]
    [InlineData("contains", "b", """ "\u0061b\u0063" """, true)]
    [InlineData("contains", "u0061", """ "\u0061b" """, false)]
    [InlineData("contains", "\\", """ "\u0061b" """, false)]
    [InlineData("contains", "n", """ "a\nb" """, false)]
    [InlineData("contains", "b", """ "b\ud83dx" """, false)]
    [InlineData("startsWith", "ab", """ "\u0061bc" """, true)]
    [InlineData("startsWith", "\\u", """ "\u0061bc" """, false)]
    [InlineData("startsWith", "\\u", """ "\\u0061bc" """, true)]
    [InlineData("startsWith", "x", """ "x\udc00\ud83d" """, false)]
    [InlineData("startsWith", "x", """ "x\ud83d\u0041" """, false)]
    [InlineData("startsWith", "x", """ "x\ud83d\n" """, false)]
    public void Escapes_stand_for_their_characters(string op, string value, string text, bool holds) =>
        Assert.Equal(holds, Holds(op, value, text));

    [Theory]
    [InlineData(40)]
    [InlineData(43)]
    [InlineData(400)]
    public void Long_texts_with_escapes_compare_as_short_ones(int times)
    {
        var escaped = $"\"{string.Concat(Enumerable.Repeat("\\u0041", times))}\"";
        Assert.True(Holds("eq", new string('A', times), escaped));
        Assert.False(Holds("eq", new string('A', times - 1), escaped));
        Assert.False(Holds("eq", new string('A', times - 1) + "B", escaped));
        Assert.True(Holds("startsWith", new string('A', times), escaped));
        Assert.True(Holds("contains", new string('A', times - 1), escaped));
        Assert.False(Holds("contains", "B", escaped));
    }

    private static bool Holds(string op, string value, string text)
    {
        var condition = $$"""{"field":"metadata.a","op":"{{op}}","value":{{System.Text.Json.JsonSerializer.Serialize(value)}}}""";
        return Documents.Compile(Documents.With(
            Documents.Minimal, "/points", $$"""{"rules":[{"id":"r","eventType":"e","points":1,"when":[{{condition}}]}]}"""))
            .Points.PointsFor("e", Documents.Metadata($$"""{"a":{{text}}}""")) == 1;
    }
}
