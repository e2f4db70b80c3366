namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>The process stands still, without noticing, and goes on.</summary>
internal sealed class PauseFault(Member engine, TimeSpan longest) : IFault
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(1);

    public string Name => HarnessOptions.Pause;

    public async Task InjectAsync(Random random)
    {
        await engine.FreezeAsync();
        await Task.Delay(s_shortest + (longest - s_shortest) * random.NextDouble());
        await engine.ContinueAsync();
    }
}
