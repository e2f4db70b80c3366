using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Processes;

public sealed class FirstRunTests
{
    [Fact]
    public async Task A_newcomer_sees_where_everything_is_and_no_warning_until_the_end()
    {
        using var directory = new TempDirectory();
        await using var gateway = EngineProcess.Start(EngineProcess.Gateway, directory.Path);
        var address = await gateway.ListensAsync();
        using var client = new DemoClient(address);

        var data = await Expect.DataAsync(await client.PurchaseAsync("user_12345"));

        // One purchase in a thousand wins Gold, whose points reach a milestone.
        var bonuses = data.GetProperty("milestones").GetProperty("reached").EnumerateArray().Sum(milestone => milestone.GetProperty("bonusPoints").GetInt64());
        Assert.Equal(100, data.GetProperty("pointsEarned").GetInt64() - bonuses);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(0, await gateway.TerminateAsync());
        Assert.Equal(
            [
                $"Campaign engine 0.1.0 listens on {address.GetLeftPart(UriPartial.Authority)}",
                $"Journal: {directory["data"]}",
                $"Admin token: in {directory["data/admin-token"]}",
                "Demo key: sk_test_00112233445566778899aabbccddeeff",
                "Try, in the directory of the repository:",
                $"curl -X POST {address.GetLeftPart(UriPartial.Authority)}/v1/campaigns/summer-promo/events " +
                "-H \"X-API-Secret: sk_test_00112233445566778899aabbccddeeff\" -H \"Content-Type: application/json\" -d \"@examples/purchase.json\"",
            ],
            gateway.Output.Split(Environment.NewLine));
    }

    [Fact]
    public async Task A_killed_process_has_lost_nothing_that_it_answered()
    {
        using var directory = new TempDirectory();
        long points = 0;
        for (var round = 0; round < Heavy.Count(light: 2, heavy: 20); round++)
        {
            await using var gateway = EngineProcess.Start(EngineProcess.Gateway, directory.Path);
            using var client = new DemoClient(await gateway.ListensAsync());
            if (round > 0)
                Assert.Equal(points, await client.TotalPointsAsync("survivor"));
            points = (await Expect.DataAsync(await client.PurchaseAsync("survivor"))).GetProperty("totalPoints").GetInt64();

            await gateway.KillAsync();
        }

        await using var last = EngineProcess.Start(EngineProcess.Gateway, directory.Path);
        using var reader = new DemoClient(await last.ListensAsync());
        Assert.Equal(points, await reader.TotalPointsAsync("survivor"));
    }

    [Fact]
    public async Task Two_run_side_by_side_and_a_second_on_one_journal_ends_with_a_sentence()
    {
        using var directory = new TempDirectory();
        await using var first = EngineProcess.Start(EngineProcess.Gateway, directory.Path, "--Journal:Path=one");
        await using var second = EngineProcess.Start(EngineProcess.Gateway, directory.Path, "--Journal:Path=two");
        using var firstClient = new DemoClient(await first.ListensAsync());
        using var secondClient = new DemoClient(await second.ListensAsync());
        await using var third = EngineProcess.Start(EngineProcess.Gateway, directory.Path, "--Journal:Path=one");

        Assert.Equal(1, await third.ExitsAsync());
        await third.SaysAsync($"The journal in {directory["one"]} is in use by another process.");
        Assert.DoesNotContain("   at ", third.Output, StringComparison.Ordinal);
        await Expect.RecordedAsync(await firstClient.PurchaseAsync("only here"));
        using var elsewhere = await secondClient.GetAsync("/v1/campaigns/summer-promo/participants/only%20here");
        await Expect.ErrorAsync(elsewhere, 404, "participant_not_found", "Campaign or participant not found");
    }

    [Fact]
    public async Task Nobody_else_on_the_network_gets_a_demo()
    {
        using var directory = new TempDirectory();
        await using var gateway = EngineProcess.Start(
            EngineProcess.Gateway, directory.Path, "--urls=http://0.0.0.0:0", "--Journal:Provider=Memory");

        await gateway.SaysAsync("No demo app: it is made only when the process listens on loopback");
        var address = (await gateway.SaysAsync(" listens on "))[^5..].Trim(':', '/');
        using var client = new DemoClient(new Uri($"http://127.0.0.1:{address}"));
        using var answer = await client.PurchaseAsync("stranger");
        await Expect.ErrorAsync(answer, 401, "invalid_api_key", "Invalid API key");
    }

    [Fact]
    public async Task A_silo_serves_health_and_metrics_and_nothing_else()
    {
        using var directory = new TempDirectory();
        await using var silo = EngineProcess.Start(
            EngineProcess.Silo, directory.Path, "--Journal:Provider=Memory", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information");
        var line = await silo.SaysAsync("Now listening on: ");
        await silo.SaysAsync("Application started.");
        using var client = new HttpClient { BaseAddress = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]) };

        Assert.Equal("ready", await client.GetStringAsync("/healthz/ready"));
        Assert.Equal("live", await client.GetStringAsync("/healthz/live"));
        Assert.Contains("campaign_claims_total{", await client.GetStringAsync("/metrics"), StringComparison.Ordinal);
        using var other = await client.PostAsync("/v1/campaigns/summer-promo/events", null);
        Assert.Equal(404, (int)other.StatusCode);
    }
}
