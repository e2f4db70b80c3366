using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CampaignEngine.Gateway.Tests.Reference;

/// <summary>Every route of a gateway with an admin token, which for that need not be started.</summary>
internal static class DescribedRoutes
{
    private static readonly Lazy<WebApplication> App = new(Build);

    public static IServiceProvider Services => App.Value.Services;

    public static IReadOnlyList<RouteEndpoint> Mapped =>
        [.. ((IEndpointRouteBuilder)App.Value).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    public static IReadOnlyList<DescribedRoute> All { get; } = DescribedRoute.FindAll(Mapped);

    public static TheoryData<string> Ids => [.. All.Select(route => route.Operation.Id)];

    /// <summary>Those that need a key or a token.</summary>
    public static TheoryData<string> GuardedIds =>
        [.. All.Where(route => route.Operation.Access != ApiAccess.None).Select(route => route.Operation.Id)];

    public static DescribedRoute Get(string id) => All.Single(route => route.Operation.Id == id);

    private static WebApplication Build()
    {
        var app = Program.Build([.. GatewayHost.Defaults, AdminClient.Setting]);
        // Makes the routes known to services, as starting would.
        app.UseEndpoints(_ => { });
        return app;
    }
}
