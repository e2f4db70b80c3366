using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Prizes;

/// <summary>Stock of a campaign's tiers, and its wins.</summary>
public static class PrizesApi
{
    public static IServiceCollection AddPrizes(this IServiceCollection services) => services
        .AddSingleton<StockEndpoint>()
        .AddSingleton<AddStockEndpoint>()
        .AddSingleton<VoidWinEndpoint>();

    public static void MapPrizes(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var show = app.ServiceProvider.GetRequiredService<StockEndpoint>();
        var add = app.ServiceProvider.GetRequiredService<AddStockEndpoint>();
        var voiding = app.ServiceProvider.GetRequiredService<VoidWinEndpoint>();
        app.MapGet("/v1/campaigns/{slug}/stock", keys.Require(KeyScopes.Manage, show.HandleAsync))
            .WithMetadata(PrizesDescription.GetStock);
        app.MapPost("/v1/campaigns/{slug}/stock", keys.Require(KeyScopes.Manage, add.HandleAsync))
            .WithMetadata(PrizesDescription.AddStock);
        app.MapPost("/v1/campaigns/{slug}/wins/{winCode}/void", keys.Require(KeyScopes.Manage, voiding.HandleAsync))
            .WithMetadata(PrizesDescription.VoidWin);
    }
}
