using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Audits;

/// <summary>What was done to campaigns by those who manage them.</summary>
public static class AuditsApi
{
    public static IServiceCollection AddAudits(this IServiceCollection services) => services.AddSingleton<AuditEndpoint>();

    public static void MapAudits(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var audit = app.ServiceProvider.GetRequiredService<AuditEndpoint>();
        app.MapGet("/v1/campaigns/{slug}/audit", keys.Require(KeyScopes.Manage, audit.HandleAsync))
            .WithMetadata(AuditsDescription.List);
    }
}
