namespace CampaignEngine.Grains.Interfaces.Prizes;

/// <param name="Award">The award's number in its pool, from 1; of a losing card of a deck too; 0 when nothing was kept.</param>
/// <param name="WinCode">The code that the winner is shown; null unless awarded.</param>
/// <param name="Tier">Index of the tier; only when awarded.</param>
/// <param name="Ticket">
/// The pool's append in an ordered journal, which the participant's must name as the one that it rests on; 0 when the
/// award is durable already.
/// </param>
[GenerateSerializer, Immutable, Alias("ClaimReply")]
public sealed record ClaimReply(
    [property: Id(0)] ClaimStatus Status,
    [property: Id(1)] long Award = 0,
    [property: Id(2)] string? WinCode = null,
    [property: Id(3)] long Ticket = 0,
    [property: Id(4)] int Tier = 0);

/// <summary>The numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("ClaimStatus")]
public enum ClaimStatus : byte
{
    Awarded = 1,

    /// <summary>The tier that the draw hit has no unit left, or none for today.</summary>
    SoldOut = 2,

    /// <summary>Another activation of the pool took over; nothing was decided and the same claim may be repeated.</summary>
    Moved = 3,

    /// <summary>Storage did not say whether the claim was kept; the same claim, repeated, will tell.</summary>
    OutcomeUnknown = 4,

    /// <summary>The pool decides draws (deck, moments), and this play won nothing.</summary>
    Lost = 5,
}
