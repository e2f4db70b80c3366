using System.Net.Http.Headers;
using System.Text;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Reference;

/// <summary>Sends an example as the reference shows it.</summary>
internal static class ExampleCall
{
    public static Task<HttpResponseMessage> SendAsync(GatewayFixture gateway, ExampleWorld world, DescribedRoute route, ApiExample example) =>
        SendAsync(gateway, route, example, KeyFor(world, route.Operation.Access), world.WinCode);

    /// <param name="key">Empty: none.</param>
    /// <param name="winCode">Instead of the one that the reference shows, which was never won here.</param>
    public static Task<HttpResponseMessage> SendAsync(
        GatewayFixture gateway, DescribedRoute route, ApiExample example, string key, string winCode = ExampleWorld.ShownWinCode)
    {
        var headers = route.Operation.Parameters
            .Where(parameter => parameter is { In: "header", Example: not null })
            .Select(parameter => (parameter.Name, parameter.Example!));
        var request = gateway.Request(new HttpMethod(route.Method), ExampleUrl.Of(route, example).Replace(ExampleWorld.ShownWinCode, winCode, StringComparison.Ordinal), [.. headers, ("X-API-Secret", key)]);
        request.Headers.Accept.ParseAdd(example.AnswerMediaType);
        if (example.Request is { } body)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(example.RequestMediaType);
        }

        return gateway.Client.SendAsync(request);
    }

    private static string KeyFor(ExampleWorld world, ApiAccess access) => access switch
    {
        ApiAccess.EventsKey => world.EventsKey,
        ApiAccess.ManageKey => world.ManageKey,
        _ => "",
    };
}
