using CampaignEngine.Grains.Registry;
using CampaignEngine.Hosting.Clusters;
using CampaignEngine.Journal;
using Microsoft.Extensions.Hosting;

namespace CampaignEngine.Hosting.Health;

/// <summary>Whether this process can serve now, and if not, why.</summary>
public sealed class EngineHealth(
    IHostApplicationLifetime lifetime, FailStop failStop, IJournal journal, IClusterAccess cluster, ICampaignDirectory directory)
{
    /// <summary>A sentence that says what is missing, or null when the process is ready.</summary>
    public async ValueTask<string?> WhyNotReadyAsync(CancellationToken cancellationToken)
    {
        if (failStop.HasFailed || journal is IJournalHealth { IsHealthy: false })
            return "The journal has failed";
        if (!lifetime.ApplicationStarted.IsCancellationRequested)
            return "The process is starting";
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return "The process is stopping";
        if (cluster.WhyNot is { } reason)
            return reason;

        try
        {
            await directory.ListCampaignsAsync(cancellationToken);
            return null;
        }
        catch (DirectoryUnavailableException)
        {
            return "The registry of campaigns and keys cannot be read";
        }
    }
}
