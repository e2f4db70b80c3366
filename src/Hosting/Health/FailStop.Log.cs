using Microsoft.Extensions.Logging;

namespace CampaignEngine.Hosting.Health;

public sealed partial class FailStop
{
    [LoggerMessage(LogLevel.Critical, "The journal failed; the process stops answering and ends")]
    private partial void LogJournalFailed(Exception exception);
}
