using System.Collections.Immutable;

namespace CampaignEngine.Domain.Prizes;

/// <summary>A range of numbers of the code space.</summary>
public readonly record struct CodeLease(long Start, long Count);

/// <summary>A pool at one version of its stream. Open claims are in order of award.</summary>
public sealed record PrizePoolState(
    ImmutableArray<TierStock> Tiers, ImmutableArray<OpenClaim> OpenClaims, long LastAward, CodeLease Codes)
{
    /// <summary>Cards of the deck that were taken.</summary>
    public long Cards { get; init; }

    /// <summary>In the mode moments the newest time that the pool decided at, in milliseconds since 1970-01-01 UTC.</summary>
    public long Now { get; init; }

    /// <summary>Those of the awards that are losing cards.</summary>
    public long LostCards { get; init; }

    /// <summary>In the mode moments what was added, in order.</summary>
    public ImmutableArray<AddedUnits> Added { get; init; } = [];

    /// <summary>Wins that were taken back and whose participants have not recorded it yet, in order of award.</summary>
    public ImmutableArray<WinTakenBack> TakenBack { get; init; } = [];
}

/// <summary>Units that were added to a tier.</summary>
/// <param name="FirstUnit">A tier's units are numbered 1, 2, 3, … in the order of stocking.</param>
public readonly record struct AddedUnits(int Tier, long FirstUnit, long Count, DateTimeOffset At);
