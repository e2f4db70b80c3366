using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using Microsoft.AspNetCore.Connections;

namespace CampaignEngine.Gateway.Errors;

/// <summary>Gives the error body to everything that ended without an answer: bare statuses and exceptions.</summary>
public sealed partial class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
                await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(context.Response.StatusCode));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ConnectionResetException && context.RequestAborted.IsCancellationRequested)
        {
            // The client has left: nobody reads an answer.
        }
        catch (Exception exception)
        {
            await AnswerAsync(context, exception);
        }
    }

    private async Task AnswerAsync(HttpContext context, Exception exception)
    {
        var error = Explain(exception);
        if (error == ErrorCatalog.InternalError)
            LogUnexpected(exception, context.TraceIdentifier);
        else if (error == ErrorCatalog.Unavailable)
            LogUnavailable(exception, context.TraceIdentifier);

        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        // Where a bad body ends nobody knows. The server would look for the next request in it, and log that it cannot.
        if (exception is BadHttpRequestException && HttpProtocol.IsHttp11(context.Request.Protocol))
            context.Response.Headers.Connection = "close";
        await ErrorAnswer.WriteAsync(context, error);
    }

    private static ApiError Explain(Exception exception) => exception switch
    {
        BadHttpRequestException bad => ErrorCatalog.Of(bad.StatusCode),
        OutcomeUnknownException => ErrorCatalog.OutcomeUnknown,
        _ when PassingFailures.IsPassing(exception) => ErrorCatalog.Unavailable,
        _ => ErrorCatalog.InternalError,
    };
}
