using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Tests.Requests;

public sealed class PercentEncodingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("abc", "abc")]
    [InlineData("a%2Fb", "a/b")]
    [InlineData("a%2fb", "a/b")]
    [InlineData("a%252Fb", "a%2Fb")]
    [InlineData("a+b", "a+b")]
    [InlineData("%F0%9F%98%80", "😀")]
    [InlineData("%EF%BB%BFx", "\ufeffx")]
    [InlineData("%", null)]
    [InlineData("%2", null)]
    [InlineData("%g0", null)]
    [InlineData("% 0", null)]
    [InlineData("%ff", null)]
    [InlineData("%c0%af", null)]
    [InlineData("%ed%a0%80", null)]
    [InlineData("%f0%9f%98", null)]
    [InlineData("%f4%90%80%80", null)]
    public void It_is_decoded_once_and_strictly(string text, string? decoded) =>
        Assert.Equal(decoded, PercentEncoding.Decode(text));
}
