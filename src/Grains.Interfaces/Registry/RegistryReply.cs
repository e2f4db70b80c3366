namespace CampaignEngine.Grains.Interfaces.Registry;

/// <summary>What became of a change of apps or keys; in the order in which it is checked. The numbers are on the wire.</summary>
[GenerateSerializer, Alias("RegistryStatus")]
public enum RegistryStatus : byte
{
    Done = 1,
    AppNotFound = 2,
    KeyNotFound = 3,

    /// <summary>The id was given to another request.</summary>
    IdReused = 4,
    TooManyApps = 5,
    TooManyKeys = 6,
}

/// <param name="IsRepeat">It was so already.</param>
/// <param name="At">Since when it is so; default for a refusal.</param>
[GenerateSerializer, Immutable, Alias("RegistryReply")]
public sealed record RegistryReply(
    [property: Id(0)] RegistryStatus Status, [property: Id(1)] bool IsRepeat = false, [property: Id(2)] DateTimeOffset At = default);
