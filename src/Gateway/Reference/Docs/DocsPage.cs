using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CampaignEngine.Gateway.Reference.Docs;

/// <summary>The reference as one page of plain HTML: no script, nothing from elsewhere.</summary>
internal static class DocsPage
{
    public static async Task<byte[]> WriteAsync(
        IReadOnlyList<DescribedRoute> routes, JsonObject document, IServiceProvider services, ILoggerFactory loggers)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(DocsRoot.Routes)] = routes,
            [nameof(DocsRoot.Document)] = document,
        });
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<DocsRoot>(parameters)).ToHtmlString());
        return Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + html);
    }
}
