namespace CampaignEngine.Gateway.Participants;

public sealed partial class CorrectionsEndpoint
{
    [LoggerMessage(LogLevel.Error, "Request {RequestId}: it is not known whether the correction was kept")]
    private partial void LogOutcomeUnknown(Exception exception, string requestId);
}
