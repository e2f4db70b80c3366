namespace CampaignEngine.Grains.Audits.Stored;

/// <summary>A management action, as kept. Aliases and ids are stored: they only grow.</summary>
[GenerateSerializer, Immutable, Alias("audit")]
public sealed record StoredAuditEntry(
    [property: Id(0)] string Actor, [property: Id(1)] string Action, [property: Id(2)] byte[] Detail);
