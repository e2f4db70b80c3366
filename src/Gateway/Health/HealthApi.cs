using System.Text.Json;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Hosting.Health;

namespace CampaignEngine.Gateway.Health;

/// <summary>What orchestrators and curious people ask; none of it needs a key.</summary>
public static class HealthApi
{
    private static readonly byte[] Live = JsonSerializer.SerializeToUtf8Bytes(new HealthResponse("live"), GatewayJson.Default.HealthResponse);
    private static readonly byte[] Ready = JsonSerializer.SerializeToUtf8Bytes(new HealthResponse("ready"), GatewayJson.Default.HealthResponse);
    private static readonly byte[] Name = JsonSerializer.SerializeToUtf8Bytes(
        new NameResponse(EngineVersion.Name, EngineVersion.Number), GatewayJson.Default.NameResponse);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.ServiceProvider.GetRequiredService<EngineHealth>();
        app.MapGet("/", context => JsonAnswer.WriteAsync(context.Response, Name)).WithMetadata(HealthApiDescription.Name);
        // Alive means that the process answers; it calls nothing, so that a slow store does not get it restarted.
        app.MapGet("/healthz/live", context => JsonAnswer.WriteAsync(context.Response, Live)).WithMetadata(HealthApiDescription.Live);
        app.MapGet("/healthz/ready", context => AnswerReadyAsync(context, health)).WithMetadata(HealthApiDescription.Ready);
    }

    private static async Task AnswerReadyAsync(HttpContext context, EngineHealth health)
    {
        if (await health.WhyNotReadyAsync(context.RequestAborted) is { } reason)
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.NotReady with { Message = reason });
        else
            await JsonAnswer.WriteAsync(context.Response, Ready);
    }
}
