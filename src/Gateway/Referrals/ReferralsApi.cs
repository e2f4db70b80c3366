using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Referrals;

/// <summary>Users who refer users.</summary>
public static class ReferralsApi
{
    public static IServiceCollection AddReferrals(this IServiceCollection services) =>
        services.AddSingleton<ReferEndpoint>().AddSingleton<ReferralCodeEndpoint>();

    public static void MapReferrals(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var refer = app.ServiceProvider.GetRequiredService<ReferEndpoint>();
        var code = app.ServiceProvider.GetRequiredService<ReferralCodeEndpoint>();
        app.MapPost("/v1/campaigns/{slug}/referrals", keys.Require(KeyScopes.Events, refer.HandleAsync))
            .WithMetadata(ReferralsDescription.Refer);
        app.MapGet("/v1/campaigns/{slug}/referral-code/{userId}", keys.Require(KeyScopes.Events, code.HandleAsync))
            .WithMetadata(ReferralsDescription.GetCode);
    }
}
