namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>The network between clients and engine is bad for a while, in one of the proxy's ways.</summary>
internal sealed class CutFault(CuttingProxy proxy) : IFault
{
    private static readonly Weather[] s_bad = [Weather.Cut, Weather.Slow, Weather.Deaf];

    public string Name => HarnessOptions.Cut;

    public async Task InjectAsync(Random random)
    {
        proxy.Change(s_bad[random.Next(s_bad.Length)]);
        await Task.Delay(200 + random.Next(2500));
        proxy.Change(Weather.Clear);
    }
}
