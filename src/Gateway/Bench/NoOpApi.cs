using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;

namespace CampaignEngine.Gateway.Bench;

/// <summary>
/// The yardstick of the benchmarks: the same body, parsed the same way, and an answer of the same shape and size, with
/// nothing between. Mapped only with <c>Bench:NoOp</c>.
/// </summary>
public static class NoOpApi
{
    private static ReadOnlySpan<byte> Data => """
        {"pointsEarned":100,"totalPoints":750,"instantWin":{"won":false,"pointsEarned":0,"message":"Not this time. Try again!","played":true},"message":"Event recorded successfully","eventId":"0199f2a5-7c1e-7d52-9a60-4f2b6f0f9a11","milestones":{"reached":[],"next":{"id":"bronze","name":"Bronze","points":1000,"remaining":250}},"playsRemaining":999}
        """u8;

    public static void MapNoOp(this IEndpointRouteBuilder app)
    {
        var reader = app.ServiceProvider.GetRequiredService<EventReader>();
        app.MapPost("/bench/noop", context => AnswerAsync(context, reader));
    }

    private static async Task AnswerAsync(HttpContext context, EventReader reader)
    {
        var reading = await reader.ReadAsync(context.Request);
        if (reading.Error is { } error)
            await ErrorAnswer.WriteAsync(context, error, reading.Details);
        else
            await JsonAnswer.WriteSuccessAsync(context.Response, Data);
    }
}
