namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>Kill -9 and a new start; one in four kills comes while the process starts.</summary>
internal sealed class KillFault(Member engine) : IFault
{
    public string Name => HarnessOptions.Kill;

    public async Task InjectAsync(Random random)
    {
        await engine.KillAsync();
        engine.Start();
        if (random.Next(4) > 0)
            await engine.ReadyAsync();
        else
            await Task.Delay(random.Next(2000));
    }
}
