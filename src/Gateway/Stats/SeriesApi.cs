using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Stats;

/// <summary>What happened in a campaign, over time.</summary>
public static class SeriesApi
{
    public static IServiceCollection AddSeries(this IServiceCollection services) => services.AddSingleton<SeriesEndpoint>();

    public static void MapSeries(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var show = app.ServiceProvider.GetRequiredService<SeriesEndpoint>();
        app.MapGet("/v1/campaigns/{slug}/stats/series", keys.Require(KeyScopes.Manage, show.HandleAsync))
            .WithMetadata(SeriesDescription.Get);
    }
}
