using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>
/// The document, made by the framework when it is first asked for, and kept: <c>MapOpenApi</c> would make it anew for
/// each request, which anybody may send.
/// </summary>
public sealed class ReferenceDocument
{
    public const string Name = "v1";

    private readonly Lazy<Task<byte[]>> _json;

    public ReferenceDocument([FromKeyedServices(Name)] IOpenApiDocumentProvider provider) => _json = new(() => WriteAsync(provider));

    public Task<byte[]> ReadAsync() => _json.Value;

    private static async Task<byte[]> WriteAsync(IOpenApiDocumentProvider provider)
    {
        var document = await provider.GetOpenApiDocumentAsync();
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        return Encoding.UTF8.GetBytes(json.ReplaceLineEndings("\n") + "\n");
    }
}
