using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Leaderboards;

/// <summary>Participants in the order of their points.</summary>
public static class LeaderboardsApi
{
    public static IServiceCollection AddLeaderboards(this IServiceCollection services) => services.AddSingleton<LeaderboardEndpoint>();

    public static void MapLeaderboards(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var show = app.ServiceProvider.GetRequiredService<LeaderboardEndpoint>();
        app.MapGet("/v1/campaigns/{slug}/leaderboard", keys.Require(KeyScopes.Events, show.HandleAsync))
            .WithMetadata(LeaderboardsDescription.Get);
    }
}
