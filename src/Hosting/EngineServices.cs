using CampaignEngine.Grains.Registry;
using CampaignEngine.Hosting.Admin;
using CampaignEngine.Hosting.Health;
using CampaignEngine.Hosting.Journals;
using CampaignEngine.Hosting.Starting;
using CampaignEngine.Hosting.Stopping;
using CampaignEngine.Hosting.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Hosting;

/// <summary>What every process of the engine has, silo or client: a journal with its key, health, and a quiet start.</summary>
internal static class EngineServices
{
    public static void AddEngine(this IHostApplicationBuilder builder, EngineSettings settings)
    {
        builder.AddEngineTelemetry(settings.Telemetry);
        var services = builder.Services;
        services.AddStartPhase(builder.Logging);
        services.NeverLogMessages();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings.Journal);
        services.AddSingleton(settings.Clustering);
        services.AddSingleton(provider => new FailStop(provider.GetRequiredService<ILogger<FailStop>>(), ProcessExit.Now));
        services.AddSingleton(provider => ProcessJournal.Open(
            settings.Journal, settings.MasterKey, provider.GetRequiredService<FailStop>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ProcessJournal>>()));
        services.AddSingleton(provider => provider.GetRequiredService<ProcessJournal>().Journal);
        services.AddSingleton(provider => provider.GetRequiredService<ProcessJournal>().MasterKey);
        // Made when first asked for, which only a gateway does, and never before the journal is open.
        services.AddSingleton(provider =>
        {
            provider.GetRequiredService<ProcessJournal>();
            return AdminAccess.Open(settings.AdminToken, settings.Journal);
        });
        services.AddSingleton<EngineHealth>();
        services.AddSingleton(provider => new ChangesInForce(
            provider.GetRequiredService<ICampaignDirectory>(), provider.GetRequiredService<TimeProvider>(), isAlone: !settings.Journal.IsShared));
        if (settings.Clustering.IsCluster)
            services.AddHostedService<StopBound>();
    }

    private static void AddStartPhase(this IServiceCollection services, ILoggingBuilder logging)
    {
        var phase = new StartPhase();
        phase.Quieten(logging);
        services.AddSingleton(phase);
        services.AddHostedService<StartPhaseEnd>();
    }
}
