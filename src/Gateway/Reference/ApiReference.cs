using System.Text.Json.Nodes;
using CampaignEngine.Gateway.Reference.Docs;
using CampaignEngine.Gateway.Reference.OpenApi;

namespace CampaignEngine.Gateway.Reference;

/// <summary>The document and the page. Each is made when it is first asked for, so that starting costs nothing, and kept.</summary>
public sealed class ApiReference
{
    private readonly Lazy<IReadOnlyList<DescribedRoute>> _routes;
    private readonly Lazy<JsonObject> _json;
    private readonly Lazy<byte[]> _document;
    private readonly Lazy<Task<byte[]>> _page;

    public ApiReference(EndpointDataSource endpoints, IServiceProvider services, ILoggerFactory loggers)
    {
        _routes = new(() => DescribedRoute.FindAll(endpoints.Endpoints));
        _json = new(() => OpenApiDocument.Build(_routes.Value));
        _document = new(() => OpenApiDocument.Write(_json.Value));
        _page = new(() => DocsPage.WriteAsync(_routes.Value, _json.Value, services, loggers));
    }

    public byte[] Document => _document.Value;

    public Task<byte[]> PageAsync() => _page.Value;
}
