namespace CampaignEngine.Gateway.Stopping;

internal sealed partial class Drain
{
    [LoggerMessage(LogLevel.Information, "Not ready any more; requests are still answered for {Seconds} s")]
    private partial void LogDraining(double seconds);
}
