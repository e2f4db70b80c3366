using CampaignEngine.Gateway.Admin;
using CampaignEngine.Gateway.Admission;
using CampaignEngine.Gateway.Audits;
using CampaignEngine.Gateway.Backups;
using CampaignEngine.Gateway.Bench;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Clusters;
using CampaignEngine.Gateway.Codes;
using CampaignEngine.Gateway.Demo;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;
using CampaignEngine.Gateway.Exports;
using CampaignEngine.Gateway.Forecasts;
using CampaignEngine.Gateway.Health;
using CampaignEngine.Gateway.Keys;
using CampaignEngine.Gateway.Leaderboards;
using CampaignEngine.Gateway.Participants;
using CampaignEngine.Gateway.Prizes;
using CampaignEngine.Gateway.RateLimits;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Referrals;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Gateway.Schemas;
using CampaignEngine.Gateway.Stats;
using CampaignEngine.Gateway.Stopping;
using CampaignEngine.Gateway.Wins;
using CampaignEngine.Hosting;
using CampaignEngine.Hosting.Starting;
using CampaignEngine.Hosting.Telemetry;

namespace CampaignEngine.Gateway;

/// <summary>HTTP in front; behind it a silo in the same process, or those of a cluster.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => StartGuard.RunAsync(() => Build(args));

    /// <param name="customise">Changes what a test needs changed, before the application is built.</param>
    /// <exception cref="StartErrorException">The settings are wrong; the message says how, and what to write.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? customise = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        var problems = new StartProblems();
        var options = GatewayOptions.Read(builder.Configuration, builder.Environment.ContentRootPath, problems);
        var limits = RateLimitOptions.Read(builder.Configuration, problems);
        var admission = AdmissionOptions.Read(builder.Configuration, problems);
        builder.AddListenAddress(ServerSettings.DefaultUrl, problems);
        if (options.Mode == GatewayMode.Client)
            builder.AddCampaignEngineClient(problems);
        else
            builder.AddCampaignEngineSilo(problems);
        problems.ThrowIfAny();

        builder.WebHost.ConfigureKestrel(ServerSettings.Configure);
        builder.Services.AddSingleton(options);
        builder.Services.AddAdmission(admission);
        builder.Services.AddRateLimits(limits);
        builder.Services.AddKeys();
        builder.Services.AddAdmin();
        builder.Services.AddBackups();
        builder.Services.AddEvents();
        builder.Services.AddParticipants();
        builder.Services.AddLeaderboards();
        builder.Services.AddStats();
        builder.Services.AddReferrals();
        builder.Services.AddPrizes();
        builder.Services.AddWins();
        builder.Services.AddCodes();
        builder.Services.AddReference();
        builder.Services.AddForecasts();
        builder.Services.AddExports();
        builder.Services.AddCampaigns();
        builder.Services.AddAudits();
        builder.Services.AddDemo();
        builder.Services.AddDrain(options);
        customise?.Invoke(builder);

        var app = builder.Build();
        app.UseMiddleware<RequestIdMiddleware>();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseMiddleware<DotSegmentsMiddleware>();
        app.UseMiddleware<ClusterAccessMiddleware>();
        app.UseRouting();
        app.MapHealth();
        app.MapMetrics().WithMetadata(HealthApiDescription.Metrics);
        app.MapSchemas();
        app.MapEvents();
        app.MapParticipants();
        app.MapLeaderboards();
        app.MapStats();
        app.MapReference();
        app.MapCampaigns();
        app.MapAudits();
        app.MapAdmin();
        app.MapBackups();
        app.MapReferrals();
        app.MapPrizes();
        app.MapWins();
        app.MapCodes();
        app.MapForecasts();
        app.MapExports();
        if (options.HasNoOp)
            app.MapNoOp();
        return app;
    }
}
