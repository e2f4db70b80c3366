using CampaignEngine.Grains;
using CampaignEngine.Hosting.Health;
using CampaignEngine.Hosting.Journals;
using CampaignEngine.Hosting.Silos;
using CampaignEngine.Hosting.Starting;
using CampaignEngine.Hosting.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Hosting;

/// <summary>The one place that turns configuration into a silo.</summary>
public static class SiloHosting
{
    /// <summary>Adds the campaign engine: its journal, its grains, and the silo that hosts them.</summary>
    /// <param name="problems">Gets what is wrong with the settings; the caller adds its own and ends the start.</param>
    public static IHostApplicationBuilder AddCampaignEngineSilo(this IHostApplicationBuilder builder, StartProblems problems)
    {
        EngineDefaults.Apply(builder);
        var journal = JournalOptions.Read(builder.Configuration, builder.Environment.ContentRootPath, problems);
        var masterKey = MasterKeyOptions.Read(builder.Configuration, problems);
        var telemetry = TelemetryOptions.Read(builder.Configuration, problems);
        ClusteringOptions.Check(builder.Configuration, problems);
        if (problems.Any)
            return builder;

        builder.AddEngineTelemetry(telemetry);
        builder.Services.AddStartPhase(builder.Logging);
        builder.Services.AddEmbeddedJournal(journal, masterKey);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddCampaignGrains();
        builder.Services.AddSingleton<EngineHealth>();
        AzureClustering.AddDefaults(builder.Configuration);
        builder.UseOrleans(DevelopmentSilo.Configure);
        builder.UseOrleans(silo => silo.AddTraces(telemetry));
        return builder;
    }

    private static void AddStartPhase(this IServiceCollection services, ILoggingBuilder logging)
    {
        var phase = new StartPhase();
        phase.Quieten(logging);
        services.AddSingleton(phase);
        services.AddHostedService<StartPhaseEnd>();
    }

    private static void AddEmbeddedJournal(this IServiceCollection services, JournalOptions journal, MasterKeyOptions masterKey)
    {
        services.AddSingleton(journal);
        services.AddSingleton(provider => new FailStop(provider.GetRequiredService<ILogger<FailStop>>(), ProcessExit.Now));
        services.AddSingleton(provider => EmbeddedJournal.Open(
            journal, masterKey, provider.GetRequiredService<FailStop>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<EmbeddedJournal>().Journal);
        services.AddSingleton(provider => provider.GetRequiredService<EmbeddedJournal>().MasterKey);
    }
}
