using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Processes;

public sealed class DrainTests
{
    /// <summary>Long enough for two requests on a busy machine.</summary>
    private const int Seconds = 10;

    [Fact]
    public async Task A_gateway_that_is_to_stop_says_so_and_still_answers_for_a_while()
    {
        if (OperatingSystem.IsWindows())
            return; // There is no SIGTERM.
        using var directory = new TempDirectory();
        await using var process = EngineProcess.Start(
            EngineProcess.Gateway, directory.Path, "--Journal:Provider=Memory", $"--Gateway:DrainSeconds={Seconds}");
        var address = await process.ListensAsync();
        using var client = new DemoClient(address);

        var stopping = process.TerminateAsync();
        await process.SaysAsync("Not ready any more");
        using var ready = await client.GetAsync("/healthz/ready");
        using var recorded = await client.PurchaseAsync("ann");
        var exitCode = await stopping;

        await Expect.ErrorAsync(ready, 503, "not_ready", "The process is stopping");
        await Expect.RecordedAsync(recorded);
        Assert.Equal(0, exitCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/healthz/live"));
    }
}
