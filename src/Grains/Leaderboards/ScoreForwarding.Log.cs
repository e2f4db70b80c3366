using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Leaderboards;

internal sealed partial class ScoreForwarding
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The leaderboard of {Campaign} did not take the newest changes; they will be sent again.")]
    private partial void LogNotTaken(Exception exception, Guid campaign);
}
