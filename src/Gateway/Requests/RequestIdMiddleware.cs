namespace CampaignEngine.Gateway.Requests;

/// <summary>Gives every request an id, the client's own when it sent a sane one, and every answer the header that tells it.</summary>
public sealed class RequestIdMiddleware(RequestDelegate next)
{
    public const string Header = "X-Request-Id";

    private const int MaxLength = 128;

    public Task InvokeAsync(HttpContext context)
    {
        // What a client sends goes into logs and back out, so only visible ASCII is taken over.
        if (context.Request.Headers.TryGetValue(Header, out var sent) && sent is [{ Length: > 0 and <= MaxLength } id] && VisibleAscii.IsAll(id))
            context.TraceIdentifier = id;
        context.Response.Headers[Header] = context.TraceIdentifier;
        return next(context);
    }
}
