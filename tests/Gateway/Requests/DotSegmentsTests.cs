using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Tests.Requests;

public sealed class DotSegmentsTests
{
    [Theory]
    [InlineData("/", false)]
    [InlineData("", false)]
    [InlineData("*", false)]
    [InlineData("//x/", false)]
    [InlineData("/a/b.c/.d/e./...", false)]
    [InlineData("/a/%2e%2e%2e", false)]
    [InlineData("/a/%2fx/..%2f", false)]
    [InlineData("/a/%252e%252e", false)]
    [InlineData("/a/.", true)]
    [InlineData("/a/..", true)]
    [InlineData("/../a", true)]
    [InlineData("/a/./b", true)]
    [InlineData("/a/%2e%2E/b", true)]
    [InlineData("/a/.%2e", true)]
    public void Only_whole_segments_of_dots_are_found(string path, bool found) =>
        Assert.Equal(found, DotSegmentsMiddleware.HasDotSegment(path));
}
