using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.Campaigns;

internal sealed partial class CampaignEndings
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A campaign whose end has come could not be ended; it will be tried every second.")]
    private partial void LogNotEnded(Exception exception);
}
