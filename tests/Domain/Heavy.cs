namespace CampaignEngine.Domain.Tests;

/// <summary>The same test with more rounds where CAMPAIGN_HEAVY_TESTS=1.</summary>
internal static class Heavy
{
    private static readonly bool IsOn = Environment.GetEnvironmentVariable("CAMPAIGN_HEAVY_TESTS") == "1";

    public static T Choose<T>(T light, T heavy) => IsOn ? heavy : light;
}
