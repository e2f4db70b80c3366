using CampaignEngine.Domain.Codes;

namespace CampaignEngine.Domain.Tests.Codes;

/// <summary>Codes of which nobody knows yet whose they are.</summary>
public class CodeTextTests
{
    [Theory]
    [InlineData("summer-promo", "SUMM")]
    [InlineData("a", "A")]
    [InlineData("a-b-c", "A-B-")]
    [InlineData("---", "---")]
    public void A_code_alone_tells_its_prefix_and_number(string slug, string prefix)
    {
        var code = Code.Format(slug, 123_456_789);

        Assert.True(Code.TryParse(code, out var parsed, out var number));
        Assert.Equal((prefix, 123_456_789), (parsed.ToString(), number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-AX7K9M2P")]
    [InlineData("SUMMAX7K9M2P")]
    [InlineData("SUMMR-AX7K9M2P")]
    [InlineData("SUMM-AX7K9M2")]
    [InlineData("SUMM-AX7K9M2PP")]
    [InlineData("SUMM-AX7K9M2O")]
    [InlineData("SUMM-ax7k9m2p")]
    [InlineData("SUMM_AX7K9M2P")]
    public void Anything_else_is_no_code(string text) => Assert.False(Code.TryParse(text, out _, out _));

    [Theory]
    [InlineData(" summ-ax7k9m2p\r\n", "SUMM-AX7K9M2P")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    public void What_somebody_typed_is_trimmed_and_upper_cased(string typed, string code) => Assert.Equal(code, Code.Normalize(typed));

    [Fact]
    public void What_is_longer_than_any_code_is_none()
    {
        Assert.Equal(64, Code.Normalize(new string('a', 64) + " ").Length);
        Assert.Equal("", Code.Normalize(new string('a', 65)));
    }
}
