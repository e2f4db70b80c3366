using CampaignEngine.Hosting.Admin;
using CampaignEngine.Hosting.Clusters;
using CampaignEngine.Hosting.Journals;
using CampaignEngine.Hosting.Starting;
using CampaignEngine.Hosting.Telemetry;
using Microsoft.Extensions.Hosting;

namespace CampaignEngine.Hosting;

/// <summary>What silos and clients are told, and whether it fits together.</summary>
internal sealed record EngineSettings(
    JournalOptions Journal, MasterKeyOptions MasterKey, AdminTokenOptions AdminToken, ClusteringOptions Clustering, TelemetryOptions Telemetry)
{
    public static EngineSettings Read(IHostApplicationBuilder builder, StartProblems problems)
    {
        var configuration = builder.Configuration;
        var settings = new EngineSettings(
            JournalOptions.Read(configuration, builder.Environment.ContentRootPath, problems),
            MasterKeyOptions.Read(configuration, problems),
            AdminTokenOptions.Read(configuration, problems),
            ClusteringOptions.Read(configuration, problems),
            TelemetryOptions.Read(configuration, problems));
        EndpointChecks.Check(configuration, settings.Clustering, problems);
        settings.Check(problems);
        return settings;
    }

    private void Check(StartProblems problems)
    {
        if (Clustering.IsCluster && !Journal.IsShared)
            problems.Add($"Journal:Provider is {Journal.Provider}, which only one process can use, but {ClusteringOptions.ProviderName} joins a cluster. Write Journal:Provider=AzureTables and Journal:ConnectionString.");
        // One that a process made for itself would be another in each of them.
        if ((Clustering.IsCluster || Journal.IsShared) && !MasterKey.IsSet)
            problems.Add($"{MasterKeyOptions.Name} is missing. All processes that share a journal need the same one: make it once with openssl rand -base64 32, and keep it safe.");
    }
}
