using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Grains.Interfaces.Histories;

/// <summary>One thing that happened to a participant.</summary>
/// <param name="RecordedAt">In UTC.</param>
/// <param name="Points">What it added to the total, bonuses of milestones included; below 0 what it took.</param>
/// <param name="PrizePoints">What a prize added besides.</param>
/// <param name="DefinitionVersion">By which it was decided; null where no definition was asked.</param>
[GenerateSerializer, Immutable, Alias("HistoryEntry")]
public sealed record HistoryEntry(
    [property: Id(0)] HistoryKind Kind,
    [property: Id(1)] DateTimeOffset RecordedAt,
    [property: Id(2)] long Points = 0,
    [property: Id(3)] long PrizePoints = 0,
    [property: Id(4)] int? DefinitionVersion = null)
{
    /// <summary>Reached by this entry, with the bonuses of all the times.</summary>
    [Id(5)]
    public IReadOnlyList<MilestoneView> Milestones { get; init; } = [];

    /// <summary>Null for what is no event.</summary>
    [Id(6)]
    public HistoryEvent? Event { get; init; }
}

/// <param name="Metadata">As sent, UTF-8, or null.</param>
/// <param name="OccurredAt">As sent, or null.</param>
/// <param name="Rules">Those with limits or a cooldown that gave points, before a cap cut them.</param>
/// <param name="PlayNumber">Null when the event was no play.</param>
/// <param name="Win">Null when nothing was won.</param>
[GenerateSerializer, Immutable, Alias("HistoryEvent")]
public sealed record HistoryEvent(
    [property: Id(0)] string EventType,
    [property: Id(1)] string EventId,
    [property: Id(2)] byte[]? Metadata,
    [property: Id(3)] DateTimeOffset? OccurredAt,
    [property: Id(4)] IReadOnlyList<RulePointsView> Rules,
    [property: Id(5)] long? PlayNumber,
    [property: Id(6)] HistoryWin? Win);

[GenerateSerializer, Immutable, Alias("RulePointsView")]
public readonly record struct RulePointsView([property: Id(0)] string Id, [property: Id(1)] long Points);

[GenerateSerializer, Immutable, Alias("HistoryWin")]
public sealed record HistoryWin(
    [property: Id(0)] string PrizeTier, [property: Id(1)] string WinCode);

/// <summary>The numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("HistoryKind")]
public enum HistoryKind : byte
{
    Event = 1,
    Adjustment = 2,
    Excluded = 3,
    Included = 4,
    WinVoided = 5,

    /// <summary>This participant referred somebody.</summary>
    ReferralMade = 6,

    /// <summary>Somebody referred this participant.</summary>
    Referred = 7,
}
