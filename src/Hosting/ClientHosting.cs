using CampaignEngine.Grains;
using CampaignEngine.Hosting.Clients;
using CampaignEngine.Hosting.Clusters;
using CampaignEngine.Hosting.Starting;
using CampaignEngine.Hosting.Telemetry;
using Microsoft.Extensions.Hosting;

namespace CampaignEngine.Hosting;

/// <summary>The one place that turns configuration into a client of a cluster.</summary>
public static class ClientHosting
{
    /// <summary>
    /// Adds what calls the campaign engine's grains: its own journal, for following the registry, and a client of the
    /// cluster. No grain lives in the process.
    /// </summary>
    /// <param name="problems">Gets what is wrong with the settings; the caller adds its own and ends the start.</param>
    public static IHostApplicationBuilder AddCampaignEngineClient(this IHostApplicationBuilder builder, StartProblems problems)
    {
        EngineDefaults.Apply(builder);
        var settings = EngineSettings.Read(builder, problems);
        if (!settings.Clustering.IsCluster)
            problems.Add($"Gateway:Mode is Client, but there is no cluster to be a client of. Write {ClusteringOptions.ProviderName}={ClusteringOptions.AzureTableStorage} and Orleans:Clustering:ConnectionString, or Gateway:Mode=Embedded.");
        if (problems.Any)
            return builder;

        builder.AddEngine(settings);
        builder.Services.AddCampaignDirectory();
        ClusterDefaults.Apply(builder.Configuration);
        builder.UseOrleansClient(ClusterClient.Configure);
        builder.UseOrleansClient(client => client.AddTraces(settings.Telemetry));
        return builder;
    }
}
