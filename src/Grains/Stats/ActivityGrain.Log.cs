using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Stats;

internal sealed partial class ActivityGrain
{
    [LoggerMessage(LogLevel.Debug, "Counted {Entries} entries of campaign {Campaign} in {Milliseconds} ms")]
    private partial void LogCounted(Guid campaign, long entries, long milliseconds);
}
