using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Prizes;

/// <summary>The name of a claim: the participant's nth play.</summary>
public readonly record struct ClaimId(ParticipantRef Participant, long Play);

/// <summary>A claim to a unit.</summary>
/// <param name="Tier">Index of the tier that the draw hit; null where the pool says which (deck, moments).</param>
/// <param name="LastAward">The award of the participant's last committed play that has one, which this closes; 0 when there is none.</param>
/// <param name="LastReleased">
/// The award that the participant gave back last; 0 when there is none. Should the pool still hold it open for this
/// play, it is void: the participant has promised never to keep it.
/// </param>
public readonly record struct Claim(ClaimId Id, int? Tier, long LastAward, long LastReleased)
{
    /// <summary>Whether the play may not win; a play of a deck takes its card all the same.</summary>
    public bool IsIneligible { get; init; }

    /// <summary>When the play was; moments that have come by then may be won.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>The local day of <see cref="Now"/>.</summary>
    public int Day { get; init; }
}

/// <summary>A unit that was taken, or a card that lost, and whose fate is not known yet.</summary>
/// <param name="Tier">Null for a card that lost.</param>
/// <param name="CodeNumber">0 for a card that lost.</param>
public sealed record OpenClaim(ClaimId Id, long Award, int? Tier, long CodeNumber)
{
    /// <summary>The local day that the unit counts in.</summary>
    public int Day { get; init; }

    /// <summary>The place among the tier's uploaded codes; 0 when the engine makes the code.</summary>
    public int OwnCode { get; init; }

    /// <summary>How often that uploaded code had come back before.</summary>
    public int OwnCodeReturns { get; init; }
}

/// <summary>What a pool answers to a claim.</summary>
public abstract record ClaimDecision
{
    /// <summary>A unit or, where the claim has no tier, a losing card.</summary>
    /// <param name="Entries">What is to be committed before this may be answered; none when the claim was open already.</param>
    public sealed record Awarded(OpenClaim Claim, IReadOnlyList<PoolEntry> Entries) : ClaimDecision;

    /// <summary>Nothing to win, and nothing that names the play.</summary>
    /// <param name="Entries">What is to be committed before this may be answered: the void of an award that was given back.</param>
    public sealed record Lost(IReadOnlyList<PoolEntry> Entries) : ClaimDecision
    {
        public static readonly Lost Nothing = new([]);
    }

    /// <summary>The pool needs more numbers of the code space before it can decide.</summary>
    public sealed record NeedsCodes : ClaimDecision
    {
        public static readonly NeedsCodes Instance = new();
    }
}
