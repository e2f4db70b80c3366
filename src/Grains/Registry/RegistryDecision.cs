using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry.Stored;

namespace CampaignEngine.Grains.Registry;

/// <summary>What a change of apps or keys comes to: a refusal, an entry to keep, or neither when it is so already.</summary>
public readonly record struct RegistryDecision
{
    public RegistryStatus Status { get; private init; }

    public StoredRegistryEntry? Entry { get; private init; }

    /// <summary>Since when it is so already.</summary>
    public DateTimeOffset At { get; private init; }

    public static RegistryDecision Refuse(RegistryStatus refusal) => new() { Status = refusal };

    public static RegistryDecision Keep(StoredRegistryEntry entry) => new() { Status = RegistryStatus.Done, Entry = entry };

    public static RegistryDecision IsSo(DateTimeOffset since) => new() { Status = RegistryStatus.Done, At = since };

    /// <summary>The answer to a decision without an entry.</summary>
    public RegistryReply Reply() => new(Status, IsRepeat: Status == RegistryStatus.Done, At);
}
