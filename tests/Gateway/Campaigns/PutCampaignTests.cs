using System.Text;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Campaigns;

[Collection(SharedGateway.Name)]
public sealed class PutCampaignTests(GatewayFixture gateway)
{
    private static readonly string s_definition = Encoding.UTF8.GetString(Definitions.InstantWin(odds: "0.5"));
    private static readonly string s_renamed = s_definition.Replace("\"Test\"", "\"Renamed\"", StringComparison.Ordinal);

    private readonly string _path = $"/v1/campaigns/put-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_campaign_is_created_read_replaced_and_left_alone_by_the_same_document()
    {
        using var created = await PutAsync(s_definition);
        using var again = await PutAsync(s_definition);
        using var replaced = await PutAsync(s_renamed, ("If-Match", "\"1\""));
        using var replacedAgain = await PutAsync(s_renamed, ("If-Match", "\"1\""));
        using var read = await gateway.GetAsync(_path);

        var draft = await Expect.DataAsync(created);
        Assert.Equal(
            ["id", "slug", "name", "status", "version", "mode", "startsAt", "endsAt", "createdAt", "activatedAt", "endedAt"],
            draft.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("draft", "odds", "2020-01-01T00:00:00Z"), (draft.Text("status"), draft.Text("mode"), draft.Text("startsAt")));
        Assert.Equal(
            ["\"1\" 1", "\"1\" 1", "\"2\" 2", "\"2\" 2", "\"2\" 2"],
            await Task.WhenAll(new[] { created, again, replaced, replacedAgain, read }.Select(async answer =>
                $"{answer.Headers.ETag} {(await Expect.DataAsync(answer)).GetProperty("version").GetInt32()}")));
        Assert.Equal("Renamed", (await Expect.DataAsync(read)).GetProperty("definition").Text("name"));
        Assert.Contains($"\"definition\":{s_renamed}", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replacing_needs_the_version_that_is_replaced()
    {
        using var created = await PutAsync(s_definition);
        using var without = await PutAsync(s_renamed);
        using var other = await PutAsync(s_renamed, ("If-Match", "\"2\""));

        await Expect.ErrorAsync(without, 428, "precondition_required", "The campaign exists; send its version as If-Match to replace it");
        await Expect.ErrorAsync(other, 412, "version_mismatch", "The campaign has another version than If-Match names");
        Assert.Equal(["\"1\"", "\"1\""], new[] { without, other }.Select(answer => answer.Headers.ETag?.ToString()));
        Assert.Equal(1, await VersionAsync());
    }

    [Fact]
    public async Task A_version_of_what_does_not_exist_matches_nothing_and_creates_nothing()
    {
        using var answer = await PutAsync(s_definition, ("If-Match", "\"1\""));

        await Expect.ErrorAsync(answer, 412, "version_mismatch", "The campaign has another version than If-Match names");
        using var read = await gateway.GetAsync(_path);
        await Expect.ErrorAsync(read, 404, "campaign_not_found", "Campaign not found");
    }

    [Fact]
    public async Task Of_two_who_replace_the_same_version_one_wins()
    {
        using var created = await PutAsync(s_definition);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => PutAsync(
            s_definition.Replace("\"Test\"", $"\"Test {number}\"", StringComparison.Ordinal), ("If-Match", "\"1\""))));

        Assert.Single(answers, answer => (int)answer.StatusCode == 200);
        Assert.Equal(7, answers.Count(answer => (int)answer.StatusCode == 412));
        Assert.Equal(2, await VersionAsync());
    }

    [Fact]
    public async Task Of_two_who_create_the_same_slug_one_wins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => PutAsync(
            s_definition.Replace("\"Test\"", $"\"Test {number}\"", StringComparison.Ordinal))));

        Assert.Single(answers, answer => (int)answer.StatusCode == 200);
        Assert.Equal(7, answers.Count(answer => (int)answer.StatusCode == 428));
    }

    [Fact]
    public async Task All_errors_of_a_definition_come_at_once_and_leave_nothing_behind()
    {
        using var answer = await PutAsync("""{"startsAt":"2026-01-01T00:00:00Z","endsAt":"2025-01-01T00:00:00Z","unknown":1,"milestones":[{"id":"a"}]}""");

        var pointers = await Expect.ErrorAsync(answer, 400, "invalid_definition", "Invalid campaign definition");
        Assert.Contains("/name", pointers);
        Assert.Contains("/unknown", pointers);
        Assert.Contains("/endsAt", pointers);
        Assert.True(pointers.Length >= 4);
        using var read = await gateway.GetAsync(_path);
        await Expect.ErrorAsync(read, 404, "campaign_not_found", "Campaign not found");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{} {}")]
    public async Task A_body_that_is_no_definition_is_refused(string body)
    {
        using var answer = await PutAsync(body);

        await Expect.ErrorAsync(answer, 400, "invalid_definition", "Invalid campaign definition");
    }

    [Theory]
    [InlineData("codes")]
    [InlineData("Upper")]
    [InlineData("-dash")]
    [InlineData("under_score")]
    [InlineData("a%20b")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_slug_that_is_none_is_refused(string slug)
    {
        using var answer = await gateway.ManageAsync(HttpMethod.Put, $"/v1/campaigns/{slug}", s_definition);

        Assert.Equal([""], await Expect.ErrorAsync(answer, 400, "invalid_request", "Invalid request"));
    }

    [Theory]
    [InlineData("If-Match", "1")]
    [InlineData("If-Match", "*")]
    [InlineData("If-Match", "\"0\"")]
    [InlineData("If-Match", "\"01\"")]
    [InlineData("If-Match", "\"-1\"")]
    [InlineData("If-Match", "\"99999999999\"")]
    [InlineData("If-Match", "W/\"1\"")]
    [InlineData("If-Match", "\"1\", \"2\"")]
    [InlineData("Idempotency-Key", "a b")]
    public async Task A_header_that_is_ill_formed_is_refused(string name, string value)
    {
        using var created = await PutAsync(s_definition);
        using var answer = await PutAsync(s_renamed, (name, value));

        Assert.Equal([""], await Expect.ErrorAsync(answer, 400, "invalid_request", "Invalid request"));
        Assert.Equal(1, await VersionAsync());
    }

    [Fact]
    public async Task An_idempotency_key_changes_nothing()
    {
        using var created = await PutAsync(s_definition, ("Idempotency-Key", "key-1"));
        using var replaced = await PutAsync(s_renamed, ("Idempotency-Key", "key-1"), ("If-Match", "\"1\""));

        Assert.Equal(2, (await Expect.DataAsync(replaced)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task What_draws_depend_on_is_frozen_and_named()
    {
        using var created = await PutAsync(s_definition);
        using var activated = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/activate");
        Assert.Equal("active", (await Expect.DataAsync(activated)).Text("status"));

        using var answer = await PutAsync(s_definition
            .Replace("\"odds\": 0.5", "\"odds\": 0.6", StringComparison.Ordinal)
            .Replace("2020-01-01", "2020-01-02", StringComparison.Ordinal), ("If-Match", "\"1\""));

        var pointers = await Expect.ErrorAsync(
            answer, 409, "frozen_members", "The campaign was activated; what its draws depend on cannot be changed any more");
        Assert.Equal(["/startsAt", "/instantWin/tiers/0/odds"], pointers);
        Assert.Equal(1, await VersionAsync());
    }

    [Fact]
    public async Task A_running_campaign_is_not_moved_to_an_end_that_has_passed()
    {
        using var created = await PutAsync(s_definition);
        using var activated = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/activate");

        using var passed = await PutAsync(s_definition.Replace("2120-01-01", "2021-01-01", StringComparison.Ordinal), ("If-Match", "\"1\""));
        using var ahead = await PutAsync(s_definition.Replace("2120-01-01", "2119-01-01", StringComparison.Ordinal), ("If-Match", "\"1\""));

        Assert.Equal(["/endsAt"], await Expect.ErrorAsync(passed, 400, "invalid_definition", "Invalid campaign definition"));
        Assert.Equal("2119-01-01T00:00:00Z", (await Expect.DataAsync(ahead)).Text("endsAt"));
    }

    [Fact]
    public async Task A_body_that_says_to_be_something_else_is_refused()
    {
        var request = gateway.Request(HttpMethod.Put, _path);
        request.Content = new StringContent(s_definition, Encoding.UTF8, "text/plain");

        using var answer = await gateway.Client.SendAsync(request);

        await Expect.ErrorAsync(answer, 415, "unsupported_media_type", "The request body must be application/json in UTF-8, not compressed");
    }

    private Task<HttpResponseMessage> PutAsync(string definition, params (string Name, string Value)[] headers) =>
        gateway.ManageAsync(HttpMethod.Put, _path, definition, headers);

    private async Task<int> VersionAsync() => (await Expect.DataAsync(await gateway.GetAsync(_path))).GetProperty("version").GetInt32();
}
