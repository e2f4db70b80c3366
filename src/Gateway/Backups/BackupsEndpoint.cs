using System.Globalization;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Audits;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Journal;

namespace CampaignEngine.Gateway.Backups;

/// <summary>Copies the journal of this process while it is used.</summary>
public sealed partial class BackupsEndpoint(
    JournalToCopy source, GatewayOptions options, IGrainFactory grains, TimeProvider time, ILogger<BackupsEndpoint> logger)
{
    public async Task CreateAsync(HttpContext context)
    {
        if (!await StrictBody.ReadNothingAsync(context))
            return;
        if (source.Journal is not { } journal || options.BackupPath is not { } parent)
        {
            await ErrorAnswer.WriteAsync(context, source.Journal is null ? ErrorCatalog.BackupsNotSupported : ErrorCatalog.BackupPathNotSet);
            return;
        }

        var now = time.GetUtcNow();
        var name = now.ToString("'backup-'yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var path = Path.Combine(parent, name);
        await Audit.Record(new AuditAction(
            AuditActor.Admin, "backup_made", JsonSerializer.SerializeToUtf8Bytes(new BackupDetail(name), GatewayJson.Default.BackupDetail)));
        try
        {
            var bytes = await journal.BackUpAsync(path, now);
            await JsonAnswer.WriteSuccessAsync(
                context.Response, new BackupResponse(name, path, WireTime.Format(now), bytes), GatewayJson.Default.BackupResponse);
        }
        catch (BackupRunningException)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.BackupRunning);
        }
        catch (BackupFailedException exception)
        {
            LogFailed(exception);
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.BackupFailed);
        }
    }

    public Task ListAuditAsync(HttpContext context) => AuditAnswer.WriteAsync(context, Audit);

    /// <summary>Of the installation itself, which is no app.</summary>
    private IAuditGrain Audit => grains.GetGrain<IAuditGrain>(CampaignKey.Format(new CampaignId(Guid.Empty, default, Guid.Empty)));

    [LoggerMessage(Level = LogLevel.Error, Message = "A backup failed. The journal goes on.")]
    private partial void LogFailed(Exception exception);
}
