namespace CampaignEngine.Gateway.Events;

public sealed partial class EventSender
{
    [LoggerMessage(LogLevel.Error, "Request {RequestId}: it is not known whether the event was recorded")]
    private partial void LogOutcomeUnknown(Exception exception, string requestId);
}
