using CampaignEngine.Hosting.Health;

namespace CampaignEngine.Silo.Health;

/// <summary>The only things that a silo says over HTTP.</summary>
internal static class SiloHealthApi
{
    public static void MapSiloHealth(this WebApplication app)
    {
        var health = app.Services.GetRequiredService<EngineHealth>();
        app.MapGet("/healthz/live", context => context.Response.WriteAsync("live"));
        app.MapGet("/healthz/ready", context => AnswerReadyAsync(context, health));
    }

    private static async Task AnswerReadyAsync(HttpContext context, EngineHealth health)
    {
        var reason = await health.WhyNotReadyAsync(context.RequestAborted);
        context.Response.StatusCode = reason is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsync(reason ?? "ready");
    }
}
