using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Exports;

[Collection(SharedGateway.Name)]
public sealed class ExportTests(GatewayFixture gateway)
{
    private readonly string _slug = $"export-{Guid.NewGuid():N}";

    [Fact]
    public async Task An_export_is_json_lines_from_header_to_footer()
    {
        await PlayAsync();

        using var answer = await gateway.GetAsync($"/v1/campaigns/{_slug}/export", TestKeys.ManageOnly);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.ToString());
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        var lines = text.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(_slug, lines[0].GetProperty("header").GetProperty("slug").GetString());
        Assert.Equal("campaign", lines[1].GetProperty("stream").GetString());
        Assert.Equal("campaign.defined", lines[1].GetProperty("entry").GetProperty("type").GetString());
        Assert.Equal("Test", lines[1].GetProperty("entry").GetProperty("document").GetProperty("name").GetString());
        Assert.Equal(2, lines[^1].GetProperty("footer").GetProperty("participants").GetInt64());
        Assert.Equal(
            ["pool", "participant"], lines.Select(line => line.TryGetProperty("stream", out var stream) ? stream.GetString() : null)
                .Where(stream => stream is "pool" or "participant").Distinct());
    }

    [Fact]
    public async Task An_export_that_is_sent_in_several_pieces_is_whole()
    {
        await PlayAsync();
        for (var i = 0; i < 80; i++)
        {
            using var played = await gateway.PostEventAsync(_slug, """{"userId":"ann","eventType":"purchase"}""");
            await Expect.RecordedAsync(played);
        }

        using var answer = await gateway.GetAsync($"/v1/campaigns/{_slug}/export", TestKeys.ManageOnly);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.InRange(text.Length, 2 * 64 * 1024, int.MaxValue);
        Assert.Contains("footer", text.TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_has_its_definitions()
    {
        using var answer = await gateway.GetAsync("/v1/campaigns/draft/export");

        Assert.Contains("campaign.defined", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_records_events_gets_none()
    {
        using var answer = await gateway.GetAsync("/v1/campaigns/promo/export", TestKeys.EventsOnly);

        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("nothing-here", TestKeys.Test)]
    [InlineData("promo", TestKeys.OtherApp)]
    [InlineData("live-only", TestKeys.Test)]
    public async Task What_does_not_exist_for_the_key_is_not_found(string slug, string key)
    {
        using var answer = await gateway.GetAsync($"/v1/campaigns/{slug}/export", key);

        await Expect.ErrorAsync(answer, 404, "campaign_not_found", "Campaign not found");
    }

    [Fact]
    public async Task The_tool_downloads_verifies_and_says_by_its_exit_code_what_it_found()
    {
        await PlayAsync();
        using var ended = await gateway.ManageAsync(HttpMethod.Post, $"/v1/campaigns/{_slug}/end");
        using var published = await gateway.ManageAsync(
            HttpMethod.Get, $"/v1/campaigns/{_slug}/fairness", null, ("X-Test-Clock", $"{DateTimeOffset.UtcNow.AddHours(2):yyyy-MM-ddTHH:mm:ssZ}"));
        using var directory = new TempDirectory();
        var (fairness, export) = (Path.Combine(directory.Path, "fairness.json"), Path.Combine(directory.Path, "export.jsonl"));
        Environment.SetEnvironmentVariable("CAMPAIGN_API_KEY", TestKeys.Test);

        var url = gateway.Client.BaseAddress!.ToString();
        Assert.Equal(0, await Verify.Program.Main(["export", "--url", url, "--slug", _slug, "--out", directory.Path]));
        Assert.Equal(0, await Verify.Program.Main([fairness, export]));

        await File.WriteAllTextAsync(export, (await File.ReadAllTextAsync(export)).Replace("\"tier\":0", "\"tier\":1", StringComparison.Ordinal));
        Assert.Equal(1, await Verify.Program.Main([fairness, export]));
        Assert.Equal(2, await Verify.Program.Main([export, fairness]));
        Assert.Equal(2, await Verify.Program.Main([fairness, Path.Combine(directory.Path, "none.jsonl")]));
        Assert.Equal(2, await Verify.Program.Main(["export", "--url", url, "--slug", "nothing-here", "--out", directory.Path]));
        Assert.Equal(2, await Verify.Program.Main([]));
    }

    private async Task PlayAsync()
    {
        await gateway.World.ActivateAsync(_slug, Definitions.InstantWin(odds: "1"));
        await gateway.RefreshAsync();
        foreach (var user in (string[])["ann", "bob"])
        {
            using var played = await gateway.PostEventAsync(_slug, $$"""{"userId":"{{user}}","eventType":"purchase"}""");
            await Expect.RecordedAsync(played);
        }
    }
}
