namespace CampaignEngine.Journal;

/// <summary>A journal whose files may still hold what was redacted until they are rewritten.</summary>
public interface IJournalPurge
{
    /// <summary>Rewrites the files that hold these streams, so that redacted bytes are gone from them. May be repeated.</summary>
    Task PurgeAsync(IReadOnlyCollection<StreamId> streams);
}
