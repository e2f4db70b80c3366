using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Exports;

/// <summary>Every entry of a campaign, as JSON lines.</summary>
public static class ExportsApi
{
    public static IServiceCollection AddExports(this IServiceCollection services) => services.AddSingleton<ExportEndpoint>();

    public static void MapExports(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var export = app.ServiceProvider.GetRequiredService<ExportEndpoint>();
        app.MapGet("/v1/campaigns/{slug}/export", keys.Require(KeyScopes.Manage, export.HandleAsync))
            .WithMetadata(ExportsDescription.Export);
    }
}
