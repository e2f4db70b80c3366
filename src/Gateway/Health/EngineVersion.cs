namespace CampaignEngine.Gateway.Health;

/// <summary>What this program is, for people and programs that ask.</summary>
public static class EngineVersion
{
    public const string Name = "Campaign engine";

    public static string Number { get; } = typeof(EngineVersion).Assembly.GetName().Version?.ToString(3)
        ?? throw new InvalidOperationException("The assembly has no version.");
}
