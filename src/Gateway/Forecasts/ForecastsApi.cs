using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Forecasts;

/// <summary>Forecasts of campaigns.</summary>
public static class ForecastsApi
{
    public static IServiceCollection AddForecasts(this IServiceCollection services) => services
        .AddSingleton(_ => new ForecastGate(ForecastGate.DefaultPatience))
        .AddSingleton<ForecastStocks>()
        .AddSingleton<ForecastEndpoint>();

    public static void MapForecasts(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var forecast = app.ServiceProvider.GetRequiredService<ForecastEndpoint>();
        app.MapPost("/v1/campaigns/{slug}/forecast", keys.Require(KeyScopes.Manage, forecast.HandleAsync))
            .WithMetadata(ForecastsDescription.Forecast);
    }
}
