using Microsoft.Extensions.Logging;

namespace CampaignEngine.Hosting.Starting;

/// <summary>
/// Whether the process is still starting. The host and Kestrel log what failed a start with its stack trace;
/// <see cref="StartGuard"/> prints one sentence instead, so those two keep quiet until the start is over.
/// </summary>
public sealed class StartPhase
{
    private volatile bool _isOver;

    public void End() => _isOver = true;

    public void Quieten(ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => _isOver && level >= LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => _isOver && level >= LogLevel.Warning);
    }
}
