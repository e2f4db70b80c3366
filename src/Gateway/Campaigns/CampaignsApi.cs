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
        app.MapGet("/v1/campaigns", keys.Require(KeyScopes.Manage, read.ListAsync))
            .WithMetadata(CampaignsDescription.List);
        app.MapGet("/v1/campaigns/{slug}", keys.Require(KeyScopes.Manage, read.GetAsync))
            .WithMetadata(CampaignsDescription.Get);
        app.MapPut("/v1/campaigns/{slug}", keys.Require(KeyScopes.Manage, put.HandleAsync))
            .WithMetadata(CampaignsDescription.Put);
        app.MapDelete("/v1/campaigns/{slug}", keys.Require(KeyScopes.Manage, delete.HandleAsync))
            .WithMetadata(CampaignsDescription.Delete);
        app.MapPost("/v1/campaigns/{slug}/activate", keys.Require(KeyScopes.Manage, transitions.ActivateAsync))
            .WithMetadata(TransitionsDescription.Activate);
        app.MapPost("/v1/campaigns/{slug}/pause", keys.Require(KeyScopes.Manage, transitions.PauseAsync))
            .WithMetadata(TransitionsDescription.Pause);
        app.MapPost("/v1/campaigns/{slug}/resume", keys.Require(KeyScopes.Manage, transitions.ResumeAsync))
            .WithMetadata(TransitionsDescription.Resume);
        app.MapPost("/v1/campaigns/{slug}/end", keys.Require(KeyScopes.Manage, transitions.EndAsync))
            .WithMetadata(TransitionsDescription.End);
        app.MapGet("/v1/campaigns/{slug}/versions", keys.Require(KeyScopes.Manage, read.VersionsAsync))
            .WithMetadata(CampaignsDescription.Versions);
        app.MapGet("/v1/campaigns/{slug}/fairness", keys.Require(KeyScopes.Events, fairness.HandleAsync))
            .WithMetadata(FairnessDescription.Get);
    }
}
