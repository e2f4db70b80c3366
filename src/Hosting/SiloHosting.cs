using CampaignEngine.Grains;
using CampaignEngine.Hosting.Clusters;
using CampaignEngine.Hosting.Silos;
using CampaignEngine.Hosting.Starting;
using CampaignEngine.Hosting.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CampaignEngine.Hosting;

/// <summary>The one place that turns configuration into a silo.</summary>
public static class SiloHosting
{
    /// <summary>Adds the campaign engine: its journal, its grains, and the silo that hosts them, alone or in a cluster.</summary>
    /// <param name="problems">Gets what is wrong with the settings; the caller adds its own and ends the start.</param>
    public static IHostApplicationBuilder AddCampaignEngineSilo(this IHostApplicationBuilder builder, StartProblems problems)
    {
        EngineDefaults.Apply(builder);
        var settings = EngineSettings.Read(builder, problems);
        if (problems.Any)
            return builder;

        builder.AddEngine(settings);
        builder.Services.AddCampaignGrains();
        builder.Services.AddSingleton<IClusterAccess, SiloAccess>();
        if (settings.Clustering.IsCluster)
        {
            ClusterDefaults.Apply(builder.Configuration);
            AzureClustering.AddDefaults(builder.Configuration);
            builder.UseOrleans(ClusterSilo.Configure);
        }
        else
        {
            builder.UseOrleans(DevelopmentSilo.Configure);
        }

        builder.UseOrleans(silo => silo.AddTraces(settings.Telemetry));
        return builder;
    }
}
