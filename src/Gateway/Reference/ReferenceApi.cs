using CampaignEngine.Gateway.Answers;

namespace CampaignEngine.Gateway.Reference;

/// <summary>The reference, for programs and for people. None of it needs a key.</summary>
public static class ReferenceApi
{
    public const string DocumentPath = "/openapi/v1.json";
    public const string StylePath = "/docs/style.css";

    /// <summary>Nothing but the style from here: no script, no image, no font, no form, no frame.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Lazy<byte[]> Style = new(() => EmbeddedFile.Read("docs.css"));

    public static IServiceCollection AddReference(this IServiceCollection services) => services.AddSingleton<ApiReference>();

    public static void MapReference(this IEndpointRouteBuilder app)
    {
        var reference = app.ServiceProvider.GetRequiredService<ApiReference>();
        app.MapGet(DocumentPath, context => JsonAnswer.WriteAsync(context.Response, reference.Document))
            .WithMetadata(ReferenceApiDescription.Document);
        app.MapGet("/docs", async context => await WriteAsync(context.Response, "text/html; charset=utf-8", await reference.PageAsync()))
            .WithMetadata(ReferenceApiDescription.Page);
        app.MapGet(StylePath, context => WriteAsync(context.Response, "text/css; charset=utf-8", Style.Value));
    }

    private static Task WriteAsync(HttpResponse response, string contentType, byte[] body)
    {
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body).AsTask();
    }
}
