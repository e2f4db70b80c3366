using CampaignEngine.Hosting.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CampaignEngine.Hosting.Stopping;

/// <summary>
/// A silo whose membership table is away cannot say goodbye, and Orleans tries for minutes (measured) whatever the host's
/// time for stopping is. What was answered is stored, and the others notice a silo that is gone, so the process ends.
/// </summary>
internal sealed partial class StopBound(
    IHostApplicationLifetime lifetime, IOptions<HostOptions> host, TimeProvider time, ILogger<StopBound> logger) : IHostedService
{
    /// <summary>EX_TEMPFAIL of sysexits.h.</summary>
    public const int ExitCode = 75;

    /// <summary>For what ends on time, but only just.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() => _ = EndAsync());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task EndAsync()
    {
        await Task.Delay(host.Value.ShutdownTimeout + Grace, time, lifetime.ApplicationStopped)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (lifetime.ApplicationStopped.IsCancellationRequested)
            return;
        LogNotStopped();
        ProcessExit.Now(ExitCode);
    }

    [LoggerMessage(LogLevel.Error, "The cluster's storage does not answer, so the process ends without having left the cluster")]
    private partial void LogNotStopped();
}
