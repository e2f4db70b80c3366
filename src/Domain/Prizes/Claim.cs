using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Prizes;

/// <summary>The name of a claim: the participant's nth play.</summary>
public readonly record struct ClaimId(ParticipantRef Participant, long Play);

/// <summary>A claim to a unit of a tier.</summary>
/// <param name="LastAward">The award of the participant's last committed win, which this closes; 0 when there is none.</param>
/// <param name="LastReleased">
/// The award that the participant gave back last; 0 when there is none. Should the pool still hold it open for this
/// play, it is void: the participant has promised never to keep it.
/// </param>
public readonly record struct Claim(ClaimId Id, int Tier, long LastAward, long LastReleased);

/// <summary>A unit that was taken and whose fate is not known yet.</summary>
public sealed record OpenClaim(ClaimId Id, long Award, int Tier, long CodeNumber);

/// <summary>What a pool answers to a claim.</summary>
public abstract record ClaimDecision
{
    /// <param name="Entries">What is to be committed before this may be answered; none when the claim was open already.</param>
    public sealed record Awarded(OpenClaim Claim, IReadOnlyList<PoolEntry> Entries) : ClaimDecision;

    /// <summary>The tier has no unit left.</summary>
    public sealed record SoldOut : ClaimDecision
    {
        public static readonly SoldOut Instance = new();
    }

    /// <summary>The pool needs more numbers of the code space before it can decide.</summary>
    public sealed record NeedsCodes : ClaimDecision
    {
        public static readonly NeedsCodes Instance = new();
    }
}
