using Microsoft.Extensions.Logging;

namespace CampaignEngine.Hosting.Clients;

/// <summary>
/// A client that starts before any silo waits for one. Not for ever: an operator's mistake must show as a process that
/// ends, at the latest when nobody looks for a slow start any more.
/// </summary>
internal sealed partial class ConnectionRetry(TimeProvider time, ILogger<ConnectionRetry> logger) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Attempts between two lines in the log.</summary>
    private const int Quiet = 30;

    private readonly long _startedAt = time.GetTimestamp();
    private int _attempts;

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OrleansConfigurationException || time.GetElapsedTime(_startedAt) > Patience)
            return false;
        if (_attempts++ % Quiet == 0)
            LogWaiting(exception.Message);
        await Task.Delay(Pause, time, cancellationToken);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "No silo of the cluster can be reached yet; it is tried again every second. {Reason}")]
    private partial void LogWaiting(string reason);
}
