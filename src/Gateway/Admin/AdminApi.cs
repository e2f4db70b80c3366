using CampaignEngine.Hosting.Admin;

namespace CampaignEngine.Gateway.Admin;

/// <summary>Apps and their keys, for whoever has the admin token. Without a token there is none of it.</summary>
public static class AdminApi
{
    public static IServiceCollection AddAdmin(this IServiceCollection services) => services
        .AddSingleton<FailedAttempts>()
        .AddSingleton<AdminAuthentication>()
        .AddSingleton<AdminSecrets>()
        .AddSingleton<AdminActions>()
        .AddSingleton<AppsEndpoint>()
        .AddSingleton<KeysEndpoint>()
        .AddSingleton<AppAuditEndpoint>();

    public static void MapAdmin(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        if (!services.GetRequiredService<AdminAccess>().Exists)
            return;

        var admin = services.GetRequiredService<AdminAuthentication>();
        var apps = services.GetRequiredService<AppsEndpoint>();
        var keys = services.GetRequiredService<KeysEndpoint>();
        var audit = services.GetRequiredService<AppAuditEndpoint>();
        var all = app.MapGroup("/v1/admin/apps");
        all.MapGet("", admin.Require(apps.ListAsync)).WithMetadata(AdminDescription.ListApps);
        all.MapPost("", admin.Require(apps.CreateAsync)).WithMetadata(AdminDescription.CreateApp);
        var one = all.MapGroup("/{appId}");
        one.MapGet("", admin.Require(apps.GetAsync)).WithMetadata(AdminDescription.GetApp);
        one.MapPost("/suspend", admin.Require(apps.SuspendAsync)).WithMetadata(AdminDescription.SuspendApp);
        one.MapPost("/resume", admin.Require(apps.ResumeAsync)).WithMetadata(AdminDescription.ResumeApp);
        one.MapGet("/audit", admin.Require(audit.ListAsync)).WithMetadata(AdminDescription.ListAudit);
        one.MapGet("/keys", admin.Require(keys.ListAsync)).WithMetadata(AdminDescription.ListKeys);
        one.MapPost("/keys", admin.Require(keys.CreateAsync)).WithMetadata(AdminDescription.CreateKey);
        one.MapGet("/keys/{keyId}", admin.Require(keys.GetAsync)).WithMetadata(AdminDescription.GetKey);
        one.MapPost("/keys/{keyId}/revoke", admin.Require(keys.RevokeAsync)).WithMetadata(AdminDescription.RevokeKey);
    }
}
