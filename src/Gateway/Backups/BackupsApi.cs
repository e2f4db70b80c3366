using CampaignEngine.Gateway.Admin;
using CampaignEngine.Hosting.Admin;
using CampaignEngine.Journal;

namespace CampaignEngine.Gateway.Backups;

/// <summary>Backups of the journal, for whoever has the admin token. Without a token there is none of it.</summary>
public static class BackupsApi
{
    public static IServiceCollection AddBackups(this IServiceCollection services) => services
        .AddSingleton(provider => new JournalToCopy(provider.GetRequiredService<IJournal>() as IJournalBackup))
        .AddSingleton<BackupsEndpoint>();

    public static void MapBackups(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        if (!services.GetRequiredService<AdminAccess>().Exists)
            return;

        var admin = services.GetRequiredService<AdminAuthentication>();
        var backups = services.GetRequiredService<BackupsEndpoint>();
        app.MapPost("/v1/admin/backups", admin.Require(backups.CreateAsync)).WithMetadata(BackupsDescription.CreateBackup);
        app.MapGet("/v1/admin/audit", admin.Require(backups.ListAuditAsync)).WithMetadata(BackupsDescription.ListInstallationAudit);
    }
}
