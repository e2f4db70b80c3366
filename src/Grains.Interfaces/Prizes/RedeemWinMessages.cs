namespace CampaignEngine.Grains.Interfaces.Prizes;

/// <summary>Hands the prize of a win out.</summary>
/// <param name="Actor">As <see cref="Audits.AuditAction.Actor"/>; for the audit, which the winner's own redemptions are not part of.</param>
/// <param name="WinCode">The code that the winner was shown.</param>
/// <param name="IdempotencyKey">Null when the request had none.</param>
/// <param name="Winner">Null when a manager asks: then it does not matter whose win it is.</param>
[GenerateSerializer, Immutable, Alias("RedeemWinRequest")]
public sealed record RedeemWinRequest(
    [property: Id(0)] string Actor,
    [property: Id(1)] string WinCode,
    [property: Id(2)] string? IdempotencyKey = null,
    [property: Id(3)] RedeemingWinner? Winner = null);

/// <param name="Participant">Who says to be the winner.</param>
/// <param name="TotalPoints">What they have; the answer tells it, also when it is sent again.</param>
[GenerateSerializer, Immutable, Alias("RedeemingWinner")]
public sealed record RedeemingWinner([property: Id(0)] UInt128 Participant, [property: Id(1)] long TotalPoints);

/// <param name="Tier">The tier's name.</param>
/// <param name="RedeemedAt">When it was handed out; also of <see cref="RedeemWinStatus.AlreadyRedeemed"/>.</param>
/// <param name="Participant">Who won it.</param>
/// <param name="WinnersPoints">As the first request of the winner said.</param>
/// <param name="Replayed">Whether this request had done it before.</param>
[GenerateSerializer, Immutable, Alias("RedeemWinReply")]
public sealed record RedeemWinReply(
    [property: Id(0)] RedeemWinStatus Status,
    [property: Id(1)] string Tier = "",
    [property: Id(2)] DateTimeOffset RedeemedAt = default,
    [property: Id(3)] UInt128 Participant = default,
    [property: Id(4)] long WinnersPoints = 0,
    [property: Id(5)] bool Replayed = false);

/// <summary>The numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("RedeemWinStatus")]
public enum RedeemWinStatus : byte
{
    Done = 1,

    /// <summary>There is no such win, or it is somebody else's.</summary>
    WinNotFound = 2,
    AlreadyRedeemed = 3,
    Voided = 4,

    /// <summary>The idempotency key was used for something else.</summary>
    KeyReused = 5,

    /// <summary>Nothing was changed.</summary>
    Unavailable = 6,

    /// <summary>It is not known; the same request, sent again, will tell.</summary>
    OutcomeUnknown = 7,
}
