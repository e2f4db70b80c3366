namespace CampaignEngine.Cluster.Tests;

/// <summary>The same test with more rounds where CAMPAIGN_HEAVY_TESTS=1.</summary>
internal static class Heavy
{
    private static readonly bool IsOn = Environment.GetEnvironmentVariable("CAMPAIGN_HEAVY_TESTS") == "1";

    public static int Count(int light, int heavy) => IsOn ? heavy : light;
}
