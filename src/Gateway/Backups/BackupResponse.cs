namespace CampaignEngine.Gateway.Backups;

/// <param name="Name">Of the directory under <c>Backup:Path</c>.</param>
/// <param name="Path">The directory, absolute, on the machine of the gateway that answers.</param>
public sealed record BackupResponse(string Name, string Path, string TakenAt, long SizeBytes);

/// <summary>What the audit keeps of a backup.</summary>
public sealed record BackupDetail(string Name);
