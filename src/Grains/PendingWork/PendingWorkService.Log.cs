using CampaignEngine.Journal;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Grains.PendingWork;

internal sealed partial class PendingWorkService
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Unfinished work could not be looked for; it will be tried again.")]
    private partial void LogInterrupted(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Unfinished work of {Kind} {Campaign} could not be resumed; it will be tried again.")]
    private partial void LogNotResumed(Exception exception, StreamKind kind, string campaign);
}
