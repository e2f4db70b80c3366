using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Leaderboards;

internal sealed partial class LeaderboardGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The leaderboard of {Campaign} was loaded: {Participants} participants in {Milliseconds} ms.")]
    private partial void LogLoaded(Guid campaign, long participants, long milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The leaderboard of {Campaign} could not be loaded; it will be tried again.")]
    private partial void LogNotLoaded(Exception exception, Guid campaign);
}
