using System.Diagnostics.Metrics;

namespace CampaignEngine.Journal.Diagnostics;

internal static class JournalMeter
{
    public const string Name = "CampaignEngine.Journal";

    public static readonly Meter Instance = new(Name);
}
