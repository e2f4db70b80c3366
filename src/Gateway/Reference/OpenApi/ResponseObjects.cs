using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using Microsoft.AspNetCore.WebUtilities;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>What an operation may answer: a success, and every refusal under its status.</summary>
internal static class ResponseObjects
{
    private static readonly ApiHeader RequestId = new(RequestIdMiddleware.Header, "Names this request in logs; the client's own when it sent one.");
    private static readonly ApiHeader Replayed = new(JsonAnswer.ReplayedHeader, "`true` when this is the answer of an earlier request with the same key.");
    private static readonly ApiHeader RetryAfter = new("Retry-After", "Seconds to wait before the same request.");

    public static JsonObject From(ApiOperation operation, SchemaComponents schemas)
    {
        var responses = new JsonObject { [$"{operation.Status}"] = Success(operation, schemas) };
        foreach (var errors in ApiErrors.Of(operation).GroupBy(error => error.Code))
            responses[$"{errors.Key}"] = Refusals([.. errors], schemas);
        return responses;
    }

    /// <summary>As <see cref="ErrorAnswer"/> writes it.</summary>
    public static JsonNode Example(ApiError error) => JsonSerializer.SerializeToNode(
        new ErrorResponse("error", error.Code, error.Message, error.Name, "0HNQ5C2V1B7K8:00000001", error.Detail is { } detail ? [detail] : null),
        GatewayJson.Default.ErrorResponse)!;

    private static JsonObject Success(ApiOperation operation, SchemaComponents schemas)
    {
        // By the name: an operation may require it, or have an example of its own.
        var hasReplays = operation.Parameters.Any(parameter => parameter.Name == ApiParameter.IdempotencyKey.Name);
        var response = Response(operation.Status, [RequestId, .. hasReplays ? [Replayed] : Array.Empty<ApiHeader>(), .. operation.AnswerHeaders]);
        if (operation.Answers.Count > 0)
        {
            response["content"] = MediaTypes.Content(operation.Answers, body => SchemaOf(body, schemas), body => operation.Examples
                .Where(example => example.Answer is not null && example.AnswerMediaType == body.MediaType)
                .Select(example => (example.Name, InEnvelope(body, MediaTypes.Value(body, example.Answer!)))));
        }

        return response;
    }

    private static JsonNode SchemaOf(ApiBody body, SchemaComponents schemas)
    {
        var schema = schemas.Add(body);
        return body.IsBare ? schema : new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["status"] = new JsonObject { ["const"] = "success" }, ["data"] = schema },
            ["required"] = new JsonArray("status", "data"),
        };
    }

    private static JsonNode? InEnvelope(ApiBody body, JsonNode? data) =>
        body.IsBare ? data : new JsonObject { ["status"] = "success", ["data"] = data };

    private static JsonObject Refusals(IReadOnlyList<ApiError> errors, SchemaComponents schemas)
    {
        var mayPass = errors.Any(error => error.RetryAfterSeconds is not null);
        var response = Response(errors[0].Code, mayPass ? [RequestId, RetryAfter] : [RequestId]);
        response["content"] = MediaTypes.Content(
            [ApiBody.Bare<ErrorResponse>()], schemas.Add, _ => errors.Select(error => (error.Name, (JsonNode?)Example(error))));
        return response;
    }

    private static JsonObject Response(int status, IEnumerable<ApiHeader> headers) => new()
    {
        ["description"] = ReasonPhrases.GetReasonPhrase(status),
        ["headers"] = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Name, (JsonNode?)new JsonObject
        {
            ["description"] = header.Description,
            ["schema"] = new JsonObject { ["type"] = "string" },
        }))),
    };
}
