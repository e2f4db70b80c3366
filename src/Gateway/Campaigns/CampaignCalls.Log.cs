namespace CampaignEngine.Gateway.Campaigns;

public sealed partial class CampaignCalls
{
    [LoggerMessage(LogLevel.Error, "Request {RequestId}: it is not known whether the campaign was changed")]
    private partial void LogOutcomeUnknown(Exception exception, string requestId);
}
