using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Participants;

[Collection(SharedGateway.Name)]
public sealed class SetDisplayNameTests(GatewayFixture gateway)
{
    private static readonly string s_longest = string.Concat(Enumerable.Repeat("😀", 64));

    [Fact]
    public async Task A_name_is_answered_as_get_shows_it_and_replaced_by_the_next()
    {
        var path = await JoinedAsync("named/1");

        foreach (var name in new[] { "Ann", "Ann", s_longest, "" })
        {
            using var answer = await gateway.ManageAsync(HttpMethod.Put, path, $$"""{"displayName":"{{name}}"}""");
            var data = await Expect.DataAsync(answer);
            Assert.Equal(name, data.Text("displayName"));
            Assert.Equal((await Expect.DataAsync(await gateway.GetParticipantAsync("points", "named/1"))).GetRawText(), data.GetRawText());
        }
    }

    [Theory]
    [InlineData("{}", "/displayName")]
    [InlineData("""{"displayName":null}""", "/displayName")]
    [InlineData("""{"displayName":7}""", "/displayName")]
    [InlineData("""{"displayName":"a\nb"}""", "/displayName")]
    [InlineData("""{"displayName":"Ann","userId":"x"}""", "/userId")]
    [InlineData("""{"displayName":"Ann","displayName":"Ann"}""", "/displayName")]
    [InlineData("""[]""", "")]
    [InlineData("", "")]
    public async Task A_wrong_body_changes_nothing(string body, string pointer)
    {
        var path = await JoinedAsync("misnamed");
        var before = await gateway.CountEntriesAsync();

        using var answer = await gateway.ManageAsync(HttpMethod.Put, path, body);

        Assert.Equal([pointer], await Expect.ErrorAsync(answer, 400, "invalid_request_body", "Invalid request body"));
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Fact]
    public async Task A_name_has_at_most_64_characters()
    {
        var path = await JoinedAsync("long");

        using var answer = await gateway.ManageAsync(HttpMethod.Put, path, $$"""{"displayName":"{{s_longest}}x"}""");

        await Expect.ErrorAsync(answer, 400, "invalid_request_body", "Invalid request body");
    }

    [Theory]
    [InlineData("points", "nobody", TestKeys.Test)]
    [InlineData("draft", "nobody", TestKeys.Test)]
    [InlineData("no-such", "nobody", TestKeys.Test)]
    [InlineData("points", "known-by-name", TestKeys.OtherApp)]
    public async Task Who_is_not_there_is_not_found_and_not_made(string slug, string user, string key)
    {
        await JoinedAsync("known-by-name");
        var before = await gateway.CountEntriesAsync();

        using var answer = await gateway.ManageAsync(
            HttpMethod.Put, $"/v1/campaigns/{slug}/participants/{user}", """{"displayName":"Ann"}""", ("X-API-Secret", key));

        await Expect.ErrorAsync(answer, 404, "participant_not_found", "Campaign or participant not found");
        Assert.Equal(before, await gateway.CountEntriesAsync());
    }

    [Theory]
    [InlineData("%ff", 400)]
    [InlineData("a%0a", 400)]
    [InlineData("a/b", 404)]
    public async Task An_id_is_cut_from_the_path_as_it_was_sent(string raw, int status)
    {
        using var answer = await gateway.ManageAsync(HttpMethod.Put, $"/v1/campaigns/points/participants/{raw}", """{"displayName":"Ann"}""");

        Assert.Equal(status, (int)answer.StatusCode);
    }

    private async Task<string> JoinedAsync(string user)
    {
        await Expect.RecordedAsync(await gateway.PostEventAsync("points", $$"""{"userId":"{{user}}","eventType":"purchase","eventId":"join"}"""));
        return $"/v1/campaigns/points/participants/{Uri.EscapeDataString(user)}";
    }
}
