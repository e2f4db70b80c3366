namespace CampaignEngine.Gateway.Errors;

public sealed partial class ErrorMiddleware
{
    [LoggerMessage(LogLevel.Error, "Request {RequestId} ended with an error that nobody expected")]
    private partial void LogUnexpected(Exception exception, string requestId);

    [LoggerMessage(LogLevel.Warning, "Request {RequestId} could not be served")]
    private partial void LogUnavailable(Exception exception, string requestId);
}
