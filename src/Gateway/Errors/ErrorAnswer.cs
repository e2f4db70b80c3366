using System.Text.Json;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Diagnostics;

namespace CampaignEngine.Gateway.Errors;

/// <summary>Writes an <see cref="ApiError"/>.</summary>
public static class ErrorAnswer
{
    public static Task WriteAsync(HttpContext context, ApiError error, IReadOnlyList<ErrorDetail>? details = null)
    {
        context.GetEndpoint()?.Metadata.GetMetadata<IRefusalCounter>()?.Count(error);
        details ??= error.Detail is { } detail ? [detail] : null;
        var body = new ErrorResponse("error", error.Code, error.Message, error.Name, context.TraceIdentifier, details);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, GatewayJson.Default.ErrorResponse);

        var response = context.Response;
        response.StatusCode = error.Code;
        if (error.RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds.ToString();
        response.ContentType = JsonAnswer.ContentType;
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes).AsTask();
    }
}
