using CampaignEngine.Gateway.Diagnostics;
using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Events;

/// <summary>User events.</summary>
public static class EventsApi
{
    public static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddSingleton<EventReader>()
        .AddSingleton<EventSender>()
        .AddSingleton<BatchReader>()
        .AddSingleton<BatchEndpoint>()
        .AddSingleton<RecordEventEndpoint>()
        .AddSingleton<DryRunEndpoint>();

    public static void MapEvents(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var record = app.ServiceProvider.GetRequiredService<RecordEventEndpoint>();
        app.MapPost("/v1/campaigns/{slug}/events", keys.RequireUnlimited(KeyScopes.Events, record.HandleAsync))
            .WithMetadata(EventMetrics.Instance, EventsApiDescription.Record);
        var batch = app.ServiceProvider.GetRequiredService<BatchEndpoint>();
        app.MapPost("/v1/campaigns/{slug}/events/batch", keys.RequireUnlimited(KeyScopes.Events, batch.HandleAsync))
            .WithMetadata(EventMetrics.Instance, BatchDescription.Batch);
        var dryRun = app.ServiceProvider.GetRequiredService<DryRunEndpoint>();
        app.MapPost("/v1/campaigns/{slug}/dry-run", keys.Require(KeyScopes.Manage, dryRun.HandleAsync))
            .WithMetadata(DryRunDescription.DryRun);
    }
}
