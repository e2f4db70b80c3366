using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Campaigns;

[Collection(SharedGateway.Name)]
public sealed class FairnessTests(GatewayFixture gateway)
{
    private readonly string _path = $"/v1/campaigns/fair-{Guid.NewGuid():N}";

    [Fact]
    public async Task From_the_activation_on_the_commitment_is_there_and_the_seed_is_not()
    {
        await ActivateAsync();

        using var answer = await gateway.GetAsync($"{_path}/fairness", TestKeys.EventsOnly);
        var text = await answer.Content.ReadAsStringAsync();

        var fairness = await Expect.DataAsync(answer);
        Assert.Equal(
            ["campaignId", "slug", "mode", "algorithm", "commitment", "frozenMembers", "activatedAt", "versions", "restocks", "endedAt", "seedPublishedAt", "seed"],
            fairness.EnumerateObject().Select(member => member.Name));
        var commitment = fairness.GetProperty("commitment");
        Assert.All(["seedHash", "campaignKeyHash", "frozenMembersHash"], name => Assert.Matches("^[0-9a-f]{64}$", commitment.Text(name)!));
        Assert.Equal(commitment.Text("frozenMembersHash"), Sha256(Encoding.UTF8.GetBytes(fairness.GetProperty("frozenMembers").GetRawText())));
        Assert.Equal([1], fairness.GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("version").GetInt32()));
        Assert.All(["endedAt", "seedPublishedAt", "seed"], name => Assert.Null(fairness.Text(name)));
        Assert.DoesNotContain("campaignKey\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_has_none()
    {
        using var answer = await gateway.GetAsync("/v1/campaigns/draft/fairness");

        await Expect.ErrorAsync(answer, 404, "campaign_not_found", "Campaign not found");
    }

    [Fact]
    public async Task An_hour_after_the_end_the_seed_is_published_once_and_for_ever()
    {
        await ActivateAsync();
        using var ended = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/end");
        var endedAt = DateTimeOffset.Parse((await Expect.DataAsync(ended)).Text("endedAt")!);

        var before = await FairnessAsync(endedAt.AddMinutes(59));
        var after = await FairnessAsync(endedAt.AddMinutes(61));
        var later = await FairnessAsync(null);

        Assert.Null(before.Text("seed"));
        Assert.Equal(endedAt.AddHours(1), DateTimeOffset.Parse(before.Text("seedPublishedAt")!));
        Assert.Equal(after.GetProperty("commitment").Text("seedHash"), Sha256(Convert.FromHexString(after.Text("seed")!)));
        Assert.Equal(after.Text("seed"), later.Text("seed"));
        var audit = (await Expect.DataAsync(await gateway.GetAsync($"{_path}/audit"))).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(
            ["seed_published", "campaign_ended", "campaign_activated", "campaign_created"], audit.Select(item => item.Text("action")));
        Assert.Equal("engine", audit[0].Text("actor"));
    }

    [Fact]
    public async Task The_seed_is_the_one_that_drew()
    {
        await ActivateAsync();
        await gateway.RefreshAsync();
        using var won = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/events", """{"userId":"ann","eventType":"purchase"}""");
        using var ended = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/end");
        var seed = Convert.FromHexString((await FairnessAsync(DateTimeOffset.UtcNow.AddHours(2))).Text("seed")!);
        var campaign = Guid.Parse((await FairnessAsync(null)).Text("campaignId")!);
        var ann = (await Expect.DataAsync(await gateway.GetParticipantAsync(_path.Split('/')[^1], "ann"))).Text("participantRef")!;

        var draw = new Domain.Draws.CampaignDraw(seed, campaign).Play(
            new Domain.Participants.ParticipantRef(UInt128.Parse(ann, System.Globalization.NumberStyles.HexNumber)), 1);

        Assert.Equal(draw < 1UL << 63, (await Expect.DataAsync(won)).GetProperty("instantWin").GetProperty("won").GetBoolean());
    }

    [Theory]
    [InlineData("tomorrow", TestKeys.Test, "invalid_request", "Invalid request")]
    [InlineData("2026-06-01T12:30:00Z", TestKeys.Live, "test_clock_not_allowed", "The header X-Test-Clock is for test keys only")]
    public async Task A_test_clock_is_a_time_of_the_test_environment(string clock, string key, string error, string message)
    {
        using var answer = await gateway.ManageAsync(
            HttpMethod.Get, "/v1/campaigns/live-only/fairness", null, ("X-API-Secret", key), ("X-Test-Clock", clock));

        await Expect.ErrorAsync(answer, 400, error, message);
    }

    private async Task ActivateAsync()
    {
        using var created = await gateway.ManageAsync(HttpMethod.Put, _path, Encoding.UTF8.GetString(Definitions.InstantWin(odds: "0.5")));
        using var activated = await gateway.ManageAsync(HttpMethod.Post, $"{_path}/activate");
        Assert.Equal(200, (int)activated.StatusCode);
    }

    private async Task<JsonElement> FairnessAsync(DateTimeOffset? clock) => await Expect.DataAsync(await gateway.ManageAsync(
        HttpMethod.Get, $"{_path}/fairness", null, ("X-Test-Clock", clock?.ToString("O") ?? "")));

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
