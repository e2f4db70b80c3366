using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Prizes;

/// <summary>Stock of a campaign's tiers.</summary>
public static class PrizesApi
{
    public static IServiceCollection AddPrizes(this IServiceCollection services) => services
        .AddSingleton<StockEndpoint>()
        .AddSingleton<AddStockEndpoint>();

    public static void MapPrizes(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var show = app.ServiceProvider.GetRequiredService<StockEndpoint>();
        var add = app.ServiceProvider.GetRequiredService<AddStockEndpoint>();
        app.MapGet("/v1/campaigns/{slug}/stock", keys.Require(KeyScopes.Manage, show.HandleAsync))
            .WithMetadata(PrizesDescription.GetStock);
        app.MapPost("/v1/campaigns/{slug}/stock", keys.Require(KeyScopes.Manage, add.HandleAsync))
            .WithMetadata(PrizesDescription.AddStock);
    }
}
