namespace CampaignEngine.Journal;

/// <summary>Whether the journal still answers; cheap enough for every readiness probe.</summary>
public interface IJournalHealth
{
    /// <summary>False for ever after a failed write, and when closed.</summary>
    bool IsHealthy { get; }
}
