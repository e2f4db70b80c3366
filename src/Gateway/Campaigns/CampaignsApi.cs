using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Campaigns;

/// <summary>Campaigns: their definitions, their lifecycle, and what their draws can be checked with.</summary>
public static class CampaignsApi
{
    public static IServiceCollection AddCampaigns(this IServiceCollection services) => services
        .AddSingleton<CampaignCalls>()
        .AddSingleton<PutCampaignEndpoint>()
        .AddSingleton<DeleteCampaignEndpoint>()
        .AddSingleton<ReadCampaignsEndpoint>()
        .AddSingleton<TransitionEndpoint>()
        .AddSingleton<FairnessEndpoint>();

    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var read = app.ServiceProvider.GetRequiredService<ReadCampaignsEndpoint>();
        var put = app.ServiceProvider.GetRequiredService<PutCampaignEndpoint>();
        var delete = app.ServiceProvider.GetRequiredService<DeleteCampaignEndpoint>();
        var transitions = app.ServiceProvider.GetRequiredService<TransitionEndpoint>();
        var fairness = app.ServiceProvider.GetRequiredService<FairnessEndpoint>();
        app.MapGet("/v1/campaigns", keys.Require(KeyScopes.Manage, read.ListAsync));
        app.MapGet("/v1/campaigns/{slug}", keys.Require(KeyScopes.Manage, read.GetAsync));
        app.MapPut("/v1/campaigns/{slug}", keys.Require(KeyScopes.Manage, put.HandleAsync));
        app.MapDelete("/v1/campaigns/{slug}", keys.Require(KeyScopes.Manage, delete.HandleAsync));
        app.MapPost("/v1/campaigns/{slug}/activate", keys.Require(KeyScopes.Manage, transitions.ActivateAsync));
        app.MapPost("/v1/campaigns/{slug}/pause", keys.Require(KeyScopes.Manage, transitions.PauseAsync));
        app.MapPost("/v1/campaigns/{slug}/resume", keys.Require(KeyScopes.Manage, transitions.ResumeAsync));
        app.MapPost("/v1/campaigns/{slug}/end", keys.Require(KeyScopes.Manage, transitions.EndAsync));
        app.MapGet("/v1/campaigns/{slug}/versions", keys.Require(KeyScopes.Manage, read.VersionsAsync));
        app.MapGet("/v1/campaigns/{slug}/fairness", keys.Require(KeyScopes.Events, fairness.HandleAsync));
    }
}
