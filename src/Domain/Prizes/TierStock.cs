using System.Collections.Immutable;

namespace CampaignEngine.Domain.Prizes;

/// <summary>
/// One tier's inventory. Always: stocked = remaining + open + awarded + voided, none of them is negative, and those that
/// wait are among those that remain.
/// </summary>
public sealed record TierStock(string Name, long Stocked, long Remaining, long Open, long Awarded)
{
    /// <summary>Taken back from a winner and not put back in stock.</summary>
    public long Voided { get; init; }

    /// <summary>
    /// In decks and moments the units that were drawn already and came back or were withheld: they go to the next plays
    /// that may have them.
    /// </summary>
    public long Waiting { get; init; }

    /// <summary>The local day that <see cref="InDay"/> counts; 0 before the first unit.</summary>
    public int Day { get; init; }

    /// <summary>Units given away in <see cref="Day"/>.</summary>
    public int InDay { get; init; }

    /// <summary>Whether the tier ran low and nothing was added since that would have changed it.</summary>
    public bool IsLow { get; init; }

    /// <summary>In the mode moments the units whose moments are used up.</summary>
    public long Drawn { get; init; }

    /// <summary>Uploaded codes that the pool knows of.</summary>
    public int OwnCodes { get; init; }

    /// <summary>Those of them that were handed out at least once: places 1 to this.</summary>
    public int OwnCodesUsed { get; init; }

    /// <summary>Codes that were taken for a play that never heard of them. They are handed out before others.</summary>
    public ImmutableArray<ReturnedCode> ReturnedCodes { get; init; } = [];
}

/// <param name="Code">Its place among the tier's uploaded codes.</param>
/// <param name="Returns">How often it came back.</param>
public readonly record struct ReturnedCode(int Code, int Returns);
