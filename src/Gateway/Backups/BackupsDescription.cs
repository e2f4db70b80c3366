using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Audits;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Backups;

internal static class BackupsDescription
{
    public static readonly ApiOperation CreateBackup = new("createBackup", ApiTags.Admin, "Copy the journal while it is used")
    {
        Description = "Everything that was answered before the request is in it. The directory is made under `Backup:Path`, on the machine "
            + "of the gateway, and does not contain the master key, which a restore needs. Each request makes another.",
        Access = ApiAccess.AdminToken,
        Requests = [ApiBody.Of<NoMembers>()],
        IsRequestOptional = true,
        Answers = [ApiBody.Of<BackupResponse>()],
        Examples =
        [
            new("made", "{}",
                """{"name":"backup-20260601T120000000Z","path":"/backups/backup-20260601T120000000Z","takenAt":"2026-06-01T12:00:00Z","sizeBytes":1048576}"""),
        ],
        Errors =
        [
            ErrorCatalog.InvalidBody, ErrorCatalog.BackupsNotSupported, ErrorCatalog.BackupPathNotSet, ErrorCatalog.BackupRunning,
            ErrorCatalog.BackupFailed,
        ],
    };

    public static readonly ApiOperation ListInstallationAudit = new("listInstallationAudit", ApiTags.Admin, "List who did what to the installation, newest first")
    {
        Description = "Backups, recorded before they were made. What was done to an app or a campaign is in its own audit.",
        Access = ApiAccess.AdminToken,
        Parameters = [ApiParameter.Limit, ApiParameter.Cursor],
        Answers = [ApiBody.Of<PageResponse<AuditResponse>>()],
        Examples =
        [
            new("audit", null,
                """{"items":[{"number":1,"at":"2026-06-01T12:00:00Z","actor":"admin","action":"backup_made","detail":{"name":"backup-20260601T120000000Z"}}],"nextCursor":null}"""),
        ],
        Errors = [ErrorCatalog.InvalidRequest],
    };
}
