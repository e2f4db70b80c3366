using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.RateLimits;
using CampaignEngine.Gateway.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>What the framework has no place for: parameters' schemas, examples, headers of answers, and who is let in.</summary>
internal sealed class OperationDetails : IOpenApiOperationTransformer
{
    private static readonly ApiHeader RequestId = new(RequestIdMiddleware.Header, "Names this request in logs; the client's own when it sent one.");
    private static readonly ApiHeader Replayed = new(JsonAnswer.ReplayedHeader, "`true` when this is the answer of an earlier request with the same key.");
    private static readonly ApiHeader RetryAfter = new("Retry-After", "Seconds to wait before the same request.");
    private static readonly ApiHeader RateLimit = new(RateLimitAnswer.LimitHeader, "What is left (`r`), and in how many seconds the request fits (`t`).");
    private static readonly ApiHeader RateLimitPolicy = new(RateLimitAnswer.PolicyHeader, "Requests at once (`q`), and in how many seconds they come back (`w`).");

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var described = RouteDescriptions.RouteOf(context.Description)!.Operation;
        var document = context.Document!;
        foreach (var (parameter, known) in (operation.Parameters ?? []).Zip(described.Parameters))
            Complete((OpenApiParameter)parameter, known, document);
        Complete(operation.RequestBody?.Content, described.Requests, document, body => described.Examples
            .Where(example => example.Request is not null && example.RequestMediaType == body.MediaType)
            .Select(example => (example.Name, Value(body, example.Request!))));

        var success = (OpenApiResponse)operation.Responses![$"{described.Status}"];
        // By the name: an operation may require the key, or have an example of its own.
        var hasReplays = described.Parameters.Any(parameter => parameter.Name == ApiParameter.IdempotencyKey.Name);
        AddHeaders(document, success, [RequestId, .. hasReplays ? [Replayed] : Array.Empty<ApiHeader>(), .. described.AnswerHeaders]);
        Complete(success.Content, described.Answers, document, body => described.Examples
            .Where(example => example.Answer is not null && example.AnswerMediaType == body.MediaType)
            .Select(example => (example.Name, InEnvelope(body, Value(body, example.Answer!)))));

        if (operation.Responses.Remove("default", out var other))
        {
            var form = success.Content![ApiBody.Json];
            form.Schema = new OpenApiSchema { AnyOf = [form.Schema!, other.Content![ApiBody.Json].Schema!] };
        }

        foreach (var errors in ApiErrors.Of(described).GroupBy(error => error.Code))
        {
            var refusal = (OpenApiResponse)operation.Responses[$"{errors.Key}"];
            AddHeaders(document, refusal,
            [
                RequestId,
                .. errors.Any(error => error.RetryAfterSeconds is not null) ? [RetryAfter] : Array.Empty<ApiHeader>(),
                .. errors.Any(error => error.Name == ErrorCatalog.RateLimited.Name) ? [RateLimit, RateLimitPolicy] : Array.Empty<ApiHeader>(),
            ]);
            refusal.Content![ApiBody.Json].Examples = errors.DistinctBy(error => error.Name).ToDictionary(error => error.Name, IOpenApiExample (error) => Example(error, document));
        }

        operation.Security = Security(described.Access, document);
        return Task.CompletedTask;
    }

    private static void Complete(OpenApiParameter parameter, ApiParameter known, OpenApiDocument document)
    {
        parameter.Description = known.Description;
        parameter.Schema = SchemaFile.Parse(known.Schema, document);
        parameter.Example = known.Example is { } example ? JsonValue.Create(example) : null;
    }

    private static void Complete(
        IDictionary<string, OpenApiMediaType>? content, IReadOnlyList<ApiBody> bodies, OpenApiDocument document,
        Func<ApiBody, IEnumerable<(string Name, JsonNode? Value)>> examplesOf)
    {
        foreach (var body in bodies)
        {
            var form = content![body.MediaType];
            if (body.Schema is var (name, _))
                form.Schema = new OpenApiSchemaReference(name, document);
            else if (body.Type is null)
                form.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
            form.Examples = examplesOf(body).ToDictionary(example => example.Name, example => (IOpenApiExample)new OpenApiExample { Value = example.Value });
        }
    }

    private static void AddHeaders(OpenApiDocument document, OpenApiResponse response, IEnumerable<ApiHeader> headers)
    {
        response.Headers = new Dictionary<string, IOpenApiHeader>();
        foreach (var (name, description) in headers)
        {
            document.AddComponent(name, new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
            response.Headers[name] = new OpenApiHeaderReference(name, document);
        }
    }

    private static List<OpenApiSecurityRequirement> Security(ApiAccess access, OpenApiDocument document)
    {
        (string Scheme, string[] Scopes)? needed = access switch
        {
            ApiAccess.None => null,
            ApiAccess.EventsKey => (DocumentDetails.KeyScheme, ["events"]),
            ApiAccess.ManageKey => (DocumentDetails.KeyScheme, ["manage"]),
            ApiAccess.AdminToken => (DocumentDetails.AdminScheme, []),
            _ => throw new ArgumentOutOfRangeException(nameof(access), access, "Unknown access."),
        };
        return needed is var (scheme, scopes)
            ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [.. scopes] }]
            : [];
    }

    private static JsonNode? Value(ApiBody body, string example) =>
        body.MediaType == ApiBody.Json ? JsonNode.Parse(example) : JsonValue.Create(example);

    private static JsonNode? InEnvelope(ApiBody body, JsonNode? data) =>
        body.IsBare ? data : new JsonObject { ["status"] = "success", ["data"] = data };

    /// <summary>As <see cref="ErrorAnswer"/> writes it: once in the document, since many operations refuse alike.</summary>
    private static OpenApiExampleReference Example(ApiError error, OpenApiDocument document)
    {
        var body = new ErrorResponse(
            "error", error.Code, error.Message, error.Name, "0HNQ5C2V1B7K8:00000001", error.Detail is { } detail ? [detail] : null);
        var example = JsonSerializer.SerializeToNode(body, GatewayJson.Default.ErrorResponse)!;
        document.AddComponent(error.Name, new OpenApiExample { Value = example });
        return new OpenApiExampleReference(error.Name, document);
    }
}
