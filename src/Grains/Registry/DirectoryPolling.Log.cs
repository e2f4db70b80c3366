using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Registry;

internal sealed partial class DirectoryPolling
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The registry of campaigns and keys cannot be read; requests get 503 until it can.")]
    private partial void LogUnreadable(Exception exception);
}
