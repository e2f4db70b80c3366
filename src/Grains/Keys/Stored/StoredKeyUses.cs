namespace CampaignEngine.Grains.Keys.Stored;

/// <summary>Uses of keys: as an entry those that were new, as a snapshot all. Aliases and ids are stored: they only grow.</summary>
[GenerateSerializer, Immutable, Alias("key-uses")]
public sealed record StoredKeyUses([property: Id(0)] StoredKeyUse[] Uses);

[GenerateSerializer, Immutable, Alias("key-uses.use")]
public readonly record struct StoredKeyUse([property: Id(0)] Guid KeyId, [property: Id(1)] DateTimeOffset At);
