using System.Text.Json;
using CampaignEngine.Gateway.Reference;
using Microsoft.AspNetCore.Routing;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>Whatever test gets a refusal: the reference must name it beside the operation.</summary>
internal sealed class DocumentedErrors(IEnumerable<EndpointDataSource> sources, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly Lazy<IReadOnlyList<DescribedRoute>> _routes = new(() => DescribedRoute.FindAll(sources.SelectMany(source => source.Endpoints)));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if ((int)response.StatusCode >= 400 && Find(request) is { } route)
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            // What the server refuses before any of our code runs has no body.
            if (text.Length == 0)
            {
                return response;
            }

            using var body = JsonDocument.Parse(text);
            var error = body.RootElement.GetProperty("error").GetString();
            Assert.True(
                ApiErrors.Of(route.Operation).Any(known => known.Name == error),
                $"{route.Method} {route.Path} answered {error}, which its {nameof(ApiOperation)} does not name.");
        }

        return response;
    }

    /// <summary>The most literal route that the path fits, as routing itself chooses.</summary>
    private DescribedRoute? Find(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath.Split('/');
        return _routes.Value
            .Where(route => route.Method == request.Method.Method && Fits(route.Path.Split('/'), path))
            .MinBy(route => route.Path.Count(character => character == '{'));
    }

    private static bool Fits(string[] template, string[] path) => template.Length == path.Length
        && template.Zip(path).All(pair => pair.First == pair.Second || (pair.First is ['{', ..] && pair.Second.Length > 0));
}
