using CampaignEngine.Gateway.Health;
using CampaignEngine.Gateway.Keys;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>What the document says of the whole.</summary>
internal sealed class DocumentDetails : IOpenApiDocumentTransformer
{
    public const string KeyScheme = "apiKey";
    public const string AdminScheme = "adminToken";

    private const string Description =
        "Post what a user did; the answer says which points, milestones and prizes they get for it. "
        + "An answer with status 200 is on disk. Send a request again with the same `Idempotency-Key` and it gets the same answer. "
        + "`error` in a refusal is a stable name for programs; `message` is for people.";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = EngineVersion.Name,
            Version = EngineVersion.Number,
            Description = Description,
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        // Where the document was read from, whatever the host was called there.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Tags = new HashSet<OpenApiTag>(ApiTags.All.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
        AddSchemaFiles(document, context);
        document.AddComponent(KeyScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = ApiKeyAuthentication.Header,
            Description = "`sk_live_` or `sk_test_` and 32 hexadecimal digits. The prefix decides the environment. "
                + "The roles beside an operation are the scopes that its key must have.",
        });
        document.AddComponent(AdminScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The operator's token, `Admin:Token`.",
        });
        return Task.CompletedTask;
    }

    private static void AddSchemaFiles(OpenApiDocument document, OpenApiDocumentTransformerContext context)
    {
        var files = context.DescriptionGroups
            .SelectMany(group => group.Items)
            .Select(RouteDescriptions.RouteOf)
            .SelectMany(route => route is null ? [] : route.Operation.Requests.Concat(route.Operation.Answers))
            .Select(body => body.Schema)
            .OfType<(string Name, string File)>()
            .Distinct();
        foreach (var (name, file) in files)
            SchemaFile.Add(document, name, file);
    }
}
