using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignEngine.Gateway.Health;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>OpenAPI 3.1 of the routes that describe themselves.</summary>
/// <remarks>
/// Made here, not by the framework's generator: that sees only handlers whose parameters it binds, while these read
/// their requests themselves, so it would be left nothing to do but to write what it was told.
/// </remarks>
public static class OpenApiDocument
{
    public const string KeyScheme = "apiKey";
    public const string AdminScheme = "adminToken";

    private const string Description =
        "Post what a user did; the answer says which points, milestones and prizes they get for it. "
        + "An answer with status 200 is on disk. Send a request again with the same `Idempotency-Key` and it gets the same answer. "
        + "`error` in a refusal is a stable name for programs; `message` is for people.";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes(document, Json);

    public static JsonObject Build(IEnumerable<DescribedRoute> routes)
    {
        var schemas = new SchemaComponents();
        var paths = new JsonObject();
        foreach (var path in routes.GroupBy(route => route.Path))
        {
            paths[path.Key] = new JsonObject(path.Select(route =>
                KeyValuePair.Create(route.Method.ToLowerInvariant(), (JsonNode?)OperationObject.From(route.Operation, schemas))));
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = EngineVersion.Name,
                ["version"] = EngineVersion.Number,
                ["description"] = Description,
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([.. ApiTags.All.Select(tag => new JsonObject { ["name"] = tag.Name, ["description"] = tag.Description })]),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.ToJson(), ["securitySchemes"] = SecuritySchemes() },
        };
    }

    private static JsonObject SecuritySchemes() => new()
    {
        [KeyScheme] = new JsonObject
        {
            ["type"] = "apiKey",
            ["in"] = "header",
            ["name"] = Keys.ApiKeyAuthentication.Header,
            ["description"] = "`sk_live_` or `sk_test_` and 32 hexadecimal digits. The prefix decides the environment. "
                + "The roles beside an operation are the scopes that its key must have.",
        },
        [AdminScheme] = new JsonObject
        {
            ["type"] = "http",
            ["scheme"] = "bearer",
            ["description"] = "The operator's token, `Admin:Token`.",
        },
    };
}
