using CampaignEngine.Journal;

namespace CampaignEngine.Gateway.Backups;

/// <summary>The journal of this process as something to copy.</summary>
/// <param name="Journal">Null when it cannot be copied.</param>
public sealed record JournalToCopy(IJournalBackup? Journal);
