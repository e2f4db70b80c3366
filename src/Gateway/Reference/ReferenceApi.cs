using System.Security.Cryptography;
using System.Text.Json.Serialization;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Health;
using CampaignEngine.Gateway.Reference.OpenApi;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Scalar.AspNetCore;

namespace CampaignEngine.Gateway.Reference;

/// <summary>The reference, for programs and for people. None of it needs a key.</summary>
public static class ReferenceApi
{
    public const string DocumentPath = "/openapi/v1.json";
    public const string PagePath = "/docs";

    public static IServiceCollection AddReference(this IServiceCollection services) => services
        .AddSingleton<IApiDescriptionProvider, RouteDescriptions>()
        .ConfigureHttpJsonOptions(json =>
        {
            // Schemas are made by these options, and must say what GatewayJson writes and StrictBody takes.
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        })
        .AddOpenApi(ReferenceDocument.Name, options =>
        {
            options.ShouldInclude = description => RouteDescriptions.RouteOf(description) is not null;
            options.CreateSchemaReferenceId = SchemaDetails.NameOf;
            options.AddSchemaTransformer<SchemaDetails>().AddOperationTransformer<OperationDetails>().AddDocumentTransformer<DocumentDetails>();
        })
        .AddSingleton<ReferenceDocument>();

    public static void MapReference(this IEndpointRouteBuilder app)
    {
        var document = app.ServiceProvider.GetRequiredService<ReferenceDocument>();
        app.MapGet(DocumentPath, async context => await JsonAnswer.WriteAsync(context.Response, await document.ReadAsync()))
            .WithMetadata(ReferenceApiDescription.Document);
        app.MapScalarApiReference(PagePath, ConfigurePage).Add(endpoint =>
        {
            // The others are the page's scripts.
            if (endpoint is RouteEndpointBuilder { RoutePattern.Parameters.Count: > 0 })
                endpoint.Metadata.Add(ReferenceApiDescription.Page);
        });
    }

    /// <summary>Nothing of the page comes from elsewhere, and it sends nothing elsewhere.</summary>
    private static void ConfigurePage(ScalarOptions page, HttpContext context)
    {
        page.Title = EngineVersion.Name;
        page.OpenApiRoutePattern = DocumentPath;
        page.DefaultFonts = false;
        page.Telemetry = false;
        page.HideClientButton = true;
        page.SchemaPropertyOrder = PropertyOrder.Preserve;
        page.OrderRequiredPropertiesFirst = false;
        page.Nonce = RandomNumberGenerator.GetHexString(32);
        page.DisableAgent().DisableMcp().HideDeveloperTools();
        // Its script writes styles into the page; they can load nothing.
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{page.Nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
    }
}
