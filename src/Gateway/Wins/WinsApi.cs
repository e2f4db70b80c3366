using CampaignEngine.Gateway.Keys;
using CampaignEngine.Gateway.RateLimits;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Wins;

/// <summary>Who won what, and what became of it.</summary>
public static class WinsApi
{
    public static IServiceCollection AddWins(this IServiceCollection services) => services
        .AddSingleton<ListWinsEndpoint>()
        .AddSingleton<GetWinEndpoint>()
        .AddSingleton<RedeemWinEndpoint>()
        .AddSingleton<VoidWinEndpoint>();

    public static void MapWins(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var lookups = app.ServiceProvider.GetRequiredService<CodeLookupLimit>();
        var list = app.ServiceProvider.GetRequiredService<ListWinsEndpoint>();
        var get = app.ServiceProvider.GetRequiredService<GetWinEndpoint>();
        var redeem = app.ServiceProvider.GetRequiredService<RedeemWinEndpoint>();
        var voiding = app.ServiceProvider.GetRequiredService<VoidWinEndpoint>();
        app.MapGet("/v1/campaigns/{slug}/wins", keys.Require(KeyScopes.Manage, list.HandleAsync))
            .WithMetadata(WinsDescription.List);
        app.MapGet("/v1/campaigns/{slug}/wins/{winCode}", keys.Require(KeyScopes.Manage, lookups.Around(get.HandleAsync)))
            .WithMetadata(WinsDescription.Get);
        app.MapPost("/v1/campaigns/{slug}/wins/{winCode}/redeem", keys.Require(KeyScopes.Manage, lookups.Around(redeem.HandleAsync)))
            .WithMetadata(WinsDescription.Redeem);
        app.MapPost("/v1/campaigns/{slug}/wins/{winCode}/void", keys.Require(KeyScopes.Manage, lookups.Around(voiding.HandleAsync)))
            .WithMetadata(WinsDescription.Void);
    }
}
