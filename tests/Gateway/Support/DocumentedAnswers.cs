using System.Text.Json;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Reference;
using Microsoft.AspNetCore.Routing;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>Whatever a test is answered, the reference must say so: the schema of a success, the name of a refusal.</summary>
internal sealed class DocumentedAnswers(IEnumerable<EndpointDataSource> sources, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly Lazy<IReadOnlyList<DescribedRoute>> _routes = new(() => DescribedRoute.FindAll(sources.SelectMany(source => source.Endpoints)));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType == ApiBody.Json && Find(request) is { } route)
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            Hold(route, (int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        }

        return response;
    }

    private static void Hold(DescribedRoute route, int status, string text)
    {
        if (status >= 400)
        {
            using var body = JsonDocument.Parse(text);
            var error = body.RootElement.GetProperty("error").GetString();
            Assert.True(
                ApiErrors.Of(route.Operation).Any(known => known.Name == error),
                $"{route.Method} {route.Path} answered {error}, which its {nameof(ApiOperation)} does not name.");
        }

        var violations = ReferenceDocument.Violations(ReferenceDocument.ResponseOf(route, status, ApiBody.Json)["schema"]!, text);
        Assert.True(violations is [], $"{route.Method} {route.Path} answered {text}, which its schema does not take: {string.Join("; ", violations)}");
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
