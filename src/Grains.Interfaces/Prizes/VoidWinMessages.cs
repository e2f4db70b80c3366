namespace CampaignEngine.Grains.Interfaces.Prizes;

/// <summary>Takes a win back.</summary>
/// <param name="Actor">As <see cref="Audits.AuditAction.Actor"/>.</param>
/// <param name="WinCode">The code that the winner was shown.</param>
/// <param name="Restock">Whether the unit goes back to stock.</param>
/// <param name="Reason">Why; for the audit.</param>
[GenerateSerializer, Immutable, Alias("VoidWinRequest")]
public sealed record VoidWinRequest(
    [property: Id(0)] string Actor,
    [property: Id(1)] string WinCode,
    [property: Id(2)] bool Restock,
    [property: Id(3)] string Reason);

/// <param name="Tier">Its name.</param>
/// <param name="PointsTaken">What was really taken from the winner's total, which never falls below 0.</param>
/// <param name="VoidedAt">When it was voided first.</param>
[GenerateSerializer, Immutable, Alias("VoidWinReply")]
public sealed record VoidWinReply(
    [property: Id(0)] VoidWinStatus Status,
    [property: Id(1)] string Tier = "",
    [property: Id(2)] long PointsTaken = 0,
    [property: Id(3)] DateTimeOffset VoidedAt = default);

/// <summary>The numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("VoidWinStatus")]
public enum VoidWinStatus : byte
{
    Done = 1,
    WinNotFound = 2,

    /// <summary>It was voided before, and its unit went the other way.</summary>
    AlreadyVoided = 3,

    /// <summary>The winner has seen the unit's code, and there is no other for it.</summary>
    CodesMissing = 4,

    /// <summary>Nothing was changed.</summary>
    Unavailable = 5,

    /// <summary>It is not known, or not finished; the same request, sent again, will tell.</summary>
    OutcomeUnknown = 6,

    /// <summary>The prize was handed out.</summary>
    Redeemed = 7,
}
