using CampaignEngine.Gateway.Admission;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Hosting.Admin;
using Microsoft.Extensions.Primitives;

namespace CampaignEngine.Gateway.Admin;

/// <summary>Lets a request through when it carries the admin token. API keys open nothing here.</summary>
public sealed partial class AdminAuthentication(AdminAccess access, FailedAttempts failures, Admittance admittance, ILogger<AdminAuthentication> logger)
{
    private const string Scheme = "Bearer ";

    public RequestDelegate Require(Func<HttpContext, Task> handle) => context => Refuse(context) is { } refusal
        ? WriteAsync(context, refusal)
        : admittance.RunAsync(context, Admittance.Admin, handle, static (context, handle) => handle(context));

    private ApiError? Refuse(HttpContext context)
    {
        if (TokenIn(context.Request.Headers.Authorization) is not { } token)
            return ErrorCatalog.MissingAdminToken;
        if (access.Opens(token))
            return null;
        if (failures.Add() is { } wait)
            return ErrorCatalog.TooManyAttempts with { RetryAfterSeconds = (int)Math.Ceiling(wait.TotalSeconds) };
        LogFailed(context.Connection.RemoteIpAddress, context.TraceIdentifier);
        return ErrorCatalog.InvalidAdminToken;
    }

    /// <summary>Null when no bearer token was sent. Several headers are one wrong token: what they mean is nothing we would guess.</summary>
    private static string? TokenIn(StringValues sent) => sent switch
    {
        [{ } text] when text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) => text[Scheme.Length..].Trim(' '),
        { Count: > 1 } => "",
        _ => null,
    };

    private static Task WriteAsync(HttpContext context, ApiError refusal)
    {
        if (refusal.Code == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        return ErrorAnswer.WriteAsync(context, refusal);
    }
}
