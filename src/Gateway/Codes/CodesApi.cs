using CampaignEngine.Gateway.Keys;
using CampaignEngine.Grains.Interfaces.Registry;

namespace CampaignEngine.Gateway.Codes;

/// <summary>Codes that give points.</summary>
public static class CodesApi
{
    public static IServiceCollection AddCodes(this IServiceCollection services) => services
        .AddSingleton<GameUrls>()
        .AddSingleton<GenerateCodesEndpoint>()
        .AddSingleton<VerifyCodeEndpoint>()
        .AddSingleton<CodeBatchesEndpoint>()
        .AddSingleton<RevokeCodesEndpoint>()
        .AddSingleton<RedeemCodeEndpoint>();

    public static void MapCodes(this IEndpointRouteBuilder app)
    {
        var keys = app.ServiceProvider.GetRequiredService<ApiKeyAuthentication>();
        var generate = app.ServiceProvider.GetRequiredService<GenerateCodesEndpoint>();
        var verify = app.ServiceProvider.GetRequiredService<VerifyCodeEndpoint>();
        var batches = app.ServiceProvider.GetRequiredService<CodeBatchesEndpoint>();
        var revoke = app.ServiceProvider.GetRequiredService<RevokeCodesEndpoint>();
        var redeem = app.ServiceProvider.GetRequiredService<RedeemCodeEndpoint>();
        app.MapPost("/v1/campaigns/codes/generate", keys.Require(KeyScopes.Manage, generate.HandleAsync))
            .WithMetadata(CodesDescription.Generate);
        app.MapPost("/v1/campaigns/codes/verify", keys.Require(KeyScopes.Events, verify.HandleAsync))
            .WithMetadata(CodesDescription.Verify);
        app.MapGet("/v1/campaigns/codes/batches", keys.Require(KeyScopes.Manage, batches.ListAsync))
            .WithMetadata(CodesDescription.List);
        app.MapGet("/v1/campaigns/codes/stats", keys.Require(KeyScopes.Manage, batches.StatsAsync))
            .WithMetadata(CodesDescription.Stats);
        app.MapPost("/v1/campaigns/codes/revoke", keys.Require(KeyScopes.Manage, revoke.HandleAsync))
            .WithMetadata(CodesDescription.Revoke);
        app.MapPost("/v1/campaigns/{slug}/redeem", keys.Require(KeyScopes.Events, redeem.HandleAsync))
            .WithMetadata(CodesDescription.Redeem);
    }
}
