using System.Collections.Immutable;
using CampaignEngine.Domain.Campaigns.Conditions;

namespace CampaignEngine.Domain.Campaigns;

/// <summary>The member <c>instantWin</c> of a definition.</summary>
/// <param name="EventTypes">1 to 50; an event of one of them is a play if <paramref name="When"/> holds.</param>
/// <param name="When">All must hold; empty holds always.</param>
/// <param name="MaxPlays">Empty is unlimited; at most one for each period.</param>
/// <param name="RecordWithoutPlay">
/// What an event beyond <paramref name="MaxPlays"/> is: recorded without a play (true), or refused (false).
/// </param>
/// <param name="MaxWinsPerUser">Null is unlimited.</param>
/// <param name="Tiers">1 to 50, their odds add up to at most 1.</param>
public sealed record InstantWinDefinition(
    Game Game,
    ImmutableArray<string> EventTypes,
    ImmutableArray<Condition> When,
    InstantWinMode Mode,
    ImmutableArray<CountLimit> MaxPlays,
    bool RecordWithoutPlay,
    int? MaxWinsPerUser,
    ImmutableArray<TierDefinition> Tiers,
    string LosingMessage)
{
    /// <summary>Cards in the deck, at least the sum of the quantities, at most 1,000,000,000; null in the other modes.</summary>
    public long? DeckSize { get; init; }
}

/// <summary>One of <c>instantWin.tiers</c>.</summary>
/// <param name="Quantity">Units in stock at the start, 1 to 10,000,000.</param>
/// <param name="Odds">The chance of one play, from 10^-18 to 1; 0 in the modes that have no odds.</param>
/// <param name="Points">Given with the prize.</param>
/// <param name="Message">Null: the sentence that <see cref="PrizeTier"/> makes of the name.</param>
public sealed record TierDefinition(string Name, long Quantity, decimal Odds, long Points, string? Message)
{
    /// <summary>Most units given away in one local day, 1 to 10,000,000; null is unlimited.</summary>
    public int? MaxPerDay { get; init; }

    /// <summary>Whether winners get codes that were uploaded, instead of codes that the engine makes.</summary>
    public bool HasOwnCodes { get; init; }
}

/// <summary>How the game is shown. It decides nothing.</summary>
public enum Game
{
    SpinWheel = 1,
    ScratchCard = 2,
    CardFlip = 3,
}

/// <summary>How a play is decided.</summary>
public enum InstantWinMode
{
    /// <summary>Each play has the same chance, whatever came before.</summary>
    Odds = 1,

    /// <summary>The campaign's kth play takes card k of a shuffled deck with all prizes in it.</summary>
    Deck = 2,

    /// <summary>Every unit has a secret moment; the first eligible play at or after it wins the unit.</summary>
    Moments = 3,
}
