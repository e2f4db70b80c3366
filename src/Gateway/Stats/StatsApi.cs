using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Stats;

/// <summary>A campaign in numbers.</summary>
public static class StatsApi
{
    public static IServiceCollection AddStats(this IServiceCollection services) => services
        .AddSingleton<SeriesReader>().AddSingleton<StatsEndpoint>();

    public static void MapStats(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var show = app.ServiceProvider.GetRequiredService<StatsEndpoint>();
        app.MapGet("/v1/campaigns/{slug}/stats", keys.Require(KeyScopes.Manage, show.HandleAsync))
            .WithMetadata(StatsDescription.Get);
    }
}
