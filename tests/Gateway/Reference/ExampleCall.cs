using System.Net.Http.Headers;
using System.Text;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Reference;

/// <summary>Sends an example as the reference shows it.</summary>
internal static class ExampleCall
{
    public static Task<HttpResponseMessage> SendAsync(GatewayFixture gateway, ExampleWorld world, DescribedRoute route, ApiExample example) =>
        SendAsync(gateway, world, route, example, KeyFor(world, route.Operation.Access));

    /// <param name="key">Or the token. Empty: none.</param>
    public static Task<HttpResponseMessage> SendAsync(
        GatewayFixture gateway, ExampleWorld world, DescribedRoute route, ApiExample example, string key)
    {
        var headers = route.Operation.Parameters
            .Where(parameter => parameter is { In: "header", Example: not null })
            .Select(parameter => (parameter.Name, parameter.Example!));
        var isToken = route.Operation.Access == ApiAccess.AdminToken;
        var request = gateway.Request(
            new HttpMethod(route.Method), UrlOf(world, route, example), [.. headers, ("X-API-Secret", isToken ? "" : key)]);
        if (isToken && key.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Accept.ParseAdd(example.AnswerMediaType);
        if (example.Request is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(world.InText(body)));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(example.RequestMediaType);
        }

        return gateway.Client.SendAsync(request);
    }

    /// <summary>With what there is in this world instead of what the reference shows.</summary>
    internal static string UrlOf(ExampleWorld world, DescribedRoute route, ApiExample example) =>
        world.InText(ExampleUrl.Of(route with { Path = world.InPath(route.Path) }, example));

    internal static string KeyFor(ExampleWorld world, ApiAccess access) => access switch
    {
        ApiAccess.EventsKey => world.EventsKey,
        ApiAccess.ManageKey => world.ManageKey,
        ApiAccess.AdminToken => AdminClient.Token,
        _ => "",
    };
}
