namespace CampaignEngine.Gateway.Errors;

/// <summary>Calls that change something, and may have done so although they failed.</summary>
internal static partial class UnknownOutcome
{
    /// <param name="unknown">The reply that says so.</param>
    /// <param name="what">For the log, as in "the win was voided".</param>
    public static async Task<T> OfAsync<T>(Func<Task<T>> call, T unknown, ILogger logger, HttpContext context, string what)
    {
        try
        {
            return await call();
        }
        catch (Exception exception)
        {
            // Once the call is under way, whatever fails may have failed after the commit.
            LogOutcomeUnknown(logger, exception, context.TraceIdentifier, what);
            return unknown;
        }
    }

    [LoggerMessage(LogLevel.Error, "Request {RequestId}: it is not known whether {What}")]
    private static partial void LogOutcomeUnknown(ILogger logger, Exception exception, string requestId, string what);
}
