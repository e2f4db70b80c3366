using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Hosting.Health;

namespace CampaignEngine.Gateway.Tests.Processes;

public sealed class FailStopTests
{
    /// <summary>KiB that a file may have: the journal's log runs into it after some hundred events.</summary>
    private const int FileLimit = 2048;

    [Fact]
    public async Task When_a_write_fails_the_process_ends_and_the_next_start_has_every_answered_event()
    {
        // Only Linux lets a process run into a file size limit as into a full disk.
        if (!OperatingSystem.IsLinux())
            return;

        using var directory = new TempDirectory();
        await using var gateway = EngineProcess.Start("bash", ["-c", Limited], directory.Path);
        using var client = new DemoClient(await gateway.ListensAsync());
        var answered = 0;
        try
        {
            while (await client.PurchaseAsync($"user{answered}", Large) is { IsSuccessStatusCode: true })
                Assert.True(++answered < 1000, "No write ever failed.");
        }
        catch (HttpRequestException)
        {
            // The process ended before it could answer.
        }

        Assert.Equal(FailStop.ExitCode, await gateway.ExitsAsync());
        await gateway.SaysAsync("The journal failed");
        await using var next = EngineProcess.Start(EngineProcess.Gateway, directory.Path);
        using var reader = new DemoClient(await next.ListensAsync());
        for (var user = 0; user < answered; user++)
            // A purchase; with it Gold, and Bronze for that.
            Assert.InRange(await reader.TotalPointsAsync($"user{user}"), 100, 100 + 500 + 50);
    }

    /// <summary>With the signal ignored, a write beyond the limit fails like any other; .NET's own files stay below it without double mapping.</summary>
    private static string Limited =>
        $"trap '' XFSZ; ulimit -f {FileLimit}; export DOTNET_EnableWriteXorExecute=0; " +
        $"exec dotnet '{Path.Combine(AppContext.BaseDirectory, EngineProcess.Gateway)}' --urls=http://127.0.0.1:0";

    private static string Large => $$"""{"amount":25,"note":"{{new string('x', 15_000)}}"}""";
}
