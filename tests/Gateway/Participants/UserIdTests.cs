using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Participants;

/// <summary>Ids that URLs make hard: each is one user, in bodies, in paths and in queries, and no two are the same.</summary>
[Collection(SharedGateway.Name)]
public sealed class UserIdTests(GatewayFixture gateway)
{
    private const string Nfc = "caf\u00e9";
    private const string Nfd = "cafe\u0301";

    public static TheoryData<string> Ids =>
    [
        "a/b", "a%2Fb", "a%252Fb", "a\\b", "a#b", "a?b", "a%b", "%", "%%", "a b", " ", "a+b", "a&b=c", "userId=x", "😀", "👩‍👩‍👧", Nfc, Nfd,
        "a;b", "a:b", "a@b", "a//b", "/", "a/", "/a", "...", "..a", "~", "'\"<>", "ümlaut", "日本", "\u200b", "e\u0301\u0327",
        new string('u', 255), string.Concat(Enumerable.Repeat("😀", 255)),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_id_is_the_same_user_everywhere(string userId)
    {
        using var recorded = await gateway.PostEventAsync(
            "points", $$"""{"userId":{{JsonSerializer.Serialize(userId)}},"eventType":"purchase"}""");
        using var byPath = await gateway.GetAsync($"/v1/campaigns/points/participants/{Uri.EscapeDataString(userId)}");
        using var byQuery = await gateway.GetParticipantAsync("points", userId);

        await Expect.RecordedAsync(recorded);
        foreach (var answer in new[] { byPath, byQuery })
        {
            var data = await Expect.DataAsync(answer);
            Assert.Equal(userId, data.GetProperty("userId").GetString());
            Assert.Equal(1, data.GetProperty("eventsCount").GetInt64());
        }
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_no_path_can_carry_goes_into_the_query(string userId)
    {
        using var recorded = await gateway.PostEventAsync("points", $$"""{"userId":"{{userId}}","eventType":"purchase"}""");
        using var byQuery = await gateway.GetAsync($"/v1/campaigns/points/participants?userId={userId}");
        using var byPath = await gateway.GetAsync($"/v1/campaigns/points/participants/{userId}");
        using var byEscapedPath = await gateway.GetAsync($"/v1/campaigns/points/participants/{userId.Replace(".", "%2e", StringComparison.Ordinal)}");

        await Expect.RecordedAsync(recorded);
        Assert.Equal(userId, (await Expect.DataAsync(byQuery)).GetProperty("userId").GetString());
        await Expect.ErrorAsync(byPath, 404, "not_found", "Not found");
        await Expect.ErrorAsync(byEscapedPath, 404, "not_found", "Not found");
    }

    [Theory]
    [InlineData("/v1/campaigns/points/participants/%zz")]
    [InlineData("/v1/campaigns/points/participants/%4")]
    [InlineData("/v1/campaigns/points/participants/a%")]
    [InlineData("/v1/campaigns/points/participants/%ff")]
    [InlineData("/v1/campaigns/points/participants/%c0%80")]
    [InlineData("/v1/campaigns/points/participants/%ed%a0%80")]
    [InlineData("/v1/campaigns/points/participants/a%0ab")]
    [InlineData("/v1/campaigns/points/participants/a%c2%85b")]
    [InlineData("/v1/campaigns/points/participants")]
    [InlineData("/v1/campaigns/points/participants?userid=x")]
    [InlineData("/v1/campaigns/points/participants?userId=")]
    [InlineData("/v1/campaigns/points/participants?userId=a&userId=a")]
    [InlineData("/v1/campaigns/points/participants?userId=%ff")]
    [InlineData("/v1/campaigns/points/participants?userId=%00")]
    public async Task An_id_that_is_none_is_refused(string path)
    {
        using var answer = await gateway.GetAsync(path);

        Assert.Equal(["/userId"], await Expect.ErrorAsync(answer, 400, "invalid_request", "Invalid request"));
    }

    [Fact]
    public async Task An_id_of_256_characters_is_refused()
    {
        using var answer = await gateway.GetAsync($"/v1/campaigns/points/participants/{new string('u', 256)}");

        Assert.Equal(["/userId"], await Expect.ErrorAsync(answer, 400, "invalid_request", "Invalid request"));
    }

    /// <summary>The server would make another path of these. What they mean is not guessed.</summary>
    [Theory]
    [InlineData("/v1/campaigns/draft/../points/participants/known")]
    [InlineData("/v1/campaigns/points/participants/x/../known")]
    [InlineData("/v1/campaigns/points/./participants/known")]
    [InlineData("/v1/campaigns/points/participants/x/%2e%2e/known")]
    [InlineData("/v1/campaigns/%70oints/participants/known")]
    [InlineData("/v1/campaigns/points/participants/known/")]
    [InlineData("/v1/campaigns/draft/../points/participants?userId=known")]
    [InlineData("/v1/campaigns/points/participants/..?userId=known")]
    public async Task A_path_that_is_not_what_it_says_is_not_found(string path)
    {
        using var recorded = await gateway.PostEventAsync("points", """{"userId":"known","eventType":"purchase"}""");
        await Expect.RecordedAsync(recorded);

        using var answer = await gateway.GetAsync(path);

        await Expect.ErrorAsync(answer, 404, "not_found", "Not found");
    }

    [Theory]
    [InlineData("http://anything.example/v1/campaigns/points/participants/a%252Fb", "a%2Fb")]
    [InlineData("http://anything.example/v1/campaigns/points/participants?userId=a%2Fb", "a/b")]
    public async Task A_target_in_absolute_form_is_understood(string target, string userId)
    {
        using var recorded = await gateway.PostEventAsync(
            "points", $$"""{"userId":{{JsonSerializer.Serialize(userId)}},"eventType":"purchase"}""");
        await Expect.RecordedAsync(recorded);

        var answer = await RawHttp.SendAsync(gateway.Client.BaseAddress!, string.Join("\r\n",
            $"GET {target} HTTP/1.1", "Host: anything.example", $"X-API-Secret: {TestKeys.Test}", "Connection: close", "", ""));

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Contains($"\"userId\":\"{userId}\"", answer, StringComparison.Ordinal);
    }
}
