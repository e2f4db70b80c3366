using CampaignEngine.Gateway.Answers;

namespace CampaignEngine.Gateway.Schemas;

/// <summary>What editors ask while somebody writes a definition; it needs no key.</summary>
public static class SchemasApi
{
    public const string ContentType = "application/schema+json";

    private static readonly byte[] Campaign = EmbeddedFile.Read("schemas/campaign.json");

    public static void MapSchemas(this IEndpointRouteBuilder app) =>
        app.MapGet("/schemas/campaign.json", WriteCampaignAsync).WithMetadata(SchemasApiDescription.Campaign);

    private static Task WriteCampaignAsync(HttpContext context)
    {
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = Campaign.Length;
        return context.Response.Body.WriteAsync(Campaign, context.RequestAborted).AsTask();
    }
}
