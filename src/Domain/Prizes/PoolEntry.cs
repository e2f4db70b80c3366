using System.Collections.Immutable;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Prizes;

/// <summary>One thing that happened in a prize pool.</summary>
public abstract record PoolEntry;

/// <summary>The pool's first entry: the tiers of the definition in their order, and what each starts with.</summary>
public sealed record PoolOpened(int DefinitionVersion, ImmutableArray<StockedTier> Tiers) : PoolEntry;

public sealed record StockedTier(string Name, long Quantity);

/// <summary>Numbers of the app's code space that the pool may use, in this order, for the prizes to come.</summary>
public sealed record CodesLeased(long Start, long Count) : PoolEntry;

/// <summary>
/// A unit was taken for a participant's play. The claim stays open until the participant's entry is known to carry the
/// award, or never to.
/// </summary>
/// <param name="Award">Numbers in a pool are 1, 2, 3, …, losing cards of a deck included.</param>
/// <param name="CodeNumber">
/// The award's number in the app's code space, before permutation; every prize has one of its own, ascending, also one
/// whose winner gets an uploaded code.
/// </param>
/// <param name="Closes">The participant's previous award, closed by this claim; 0 when it was closed before.</param>
public sealed record PrizeAwarded(
    long Award, ParticipantRef Participant, long Play, int Tier, long CodeNumber, long Closes) : PoolEntry
{
    /// <summary>The local day that the unit counts in.</summary>
    public int Day { get; init; }

    /// <summary>In a deck the card that the play took, from 1; 0 beyond the deck and in the other modes.</summary>
    public long Card { get; init; }

    /// <summary>
    /// The unit had waited (<see cref="TierStock.Waiting"/>); in a deck it is then not that of the card, in the mode
    /// moments it has no moment any more.
    /// </summary>
    public bool FromWaiting { get; init; }

    /// <summary>Index of the tier whose prize card the play took without getting it: that unit waits now. Null when there is none.</summary>
    public int? Withheld { get; init; }

    /// <summary>In the mode moments when the unit was to win, in milliseconds since 1970-01-01 UTC; 0 when it had waited.</summary>
    public long Moment { get; init; }

    /// <summary>In the mode moments the time at which the pool decided, in the same milliseconds; not before any it decided at earlier.</summary>
    public long At { get; init; }

    /// <summary>The place among the tier's uploaded codes, from 1, of the one that the winner gets; 0 when the engine makes it.</summary>
    public int OwnCode { get; init; }

    /// <summary>How often that uploaded code was taken and given back before, never shown.</summary>
    public int OwnCodeReturns { get; init; }
}

/// <summary>A play took a card of the deck and won nothing. An award like any other, so that the play has this card and no other.</summary>
/// <param name="Card">From 1.</param>
/// <param name="NextCode">The number in the code space that the next prize gets: these ascend through all awards.</param>
/// <param name="Withheld">Index of the tier when it was a prize card that the play may not have: the unit waits now.</param>
public sealed record CardLost(
    long Award, ParticipantRef Participant, long Play, long Card, long NextCode, int? Withheld, long Closes) : PoolEntry;

/// <summary>The participants' entries carry these awards.</summary>
public sealed record ClaimsClosed(ImmutableArray<long> Awards) : PoolEntry;

/// <summary>
/// No entry of the participant will ever carry this award: the unit went back to stock, in decks and moments to those
/// that wait. A losing card stays taken.
/// </summary>
public sealed record ClaimVoided(long Award) : PoolEntry;

/// <summary>Less than a tenth of what the tier was stocked with is left. Once, until units are added.</summary>
public sealed record TierRanLow(int Tier, long Stocked, long Remaining) : PoolEntry;

/// <summary>Units were added.</summary>
/// <param name="At">In the mode moments their moments lie from here on.</param>
/// <param name="Stocked">Of the tier afterwards; the new units have the numbers up to this one.</param>
/// <param name="Remaining">Of the tier afterwards.</param>
/// <param name="Command">What finds the entry when the command is sent again.</param>
/// <param name="Fingerprint">Of the command: another one with the same key is refused.</param>
public sealed record TierRestocked(
    int Tier, long Added, DateTimeOffset At, long Stocked, long Remaining, UInt128 Command, UInt128 Fingerprint) : PoolEntry;

/// <summary>So many codes are uploaded for the tier by now; their places are 1 to <paramref name="Count"/>.</summary>
public sealed record OwnCodesKnown(int Tier, int Count) : PoolEntry;

/// <summary>A win was taken back. Its participant is to be told; until then the pool has work to do.</summary>
/// <param name="Restocked">Whether the unit went back to stock, in decks and moments to those that wait.</param>
public sealed record WinTakenBack(long Award, ParticipantRef Participant, long Play, int Tier, bool Restocked) : PoolEntry;

/// <summary>The participant has recorded that the win was taken back.</summary>
public sealed record WinVoidRecorded(long Award) : PoolEntry;

/// <summary>The prize of a win was handed out: once, and it cannot be taken back any more.</summary>
/// <param name="Command">What finds the entry when the request is sent again; 0 when it had no key.</param>
/// <param name="Winner">Null when whoever manages the campaign did it, such as a till.</param>
public sealed record WinRedeemed(long Award, UInt128 Command, WinnersRedemption? Winner) : PoolEntry;

/// <summary>The winner sent the code; the same request gets the same answer again.</summary>
/// <param name="TotalPoints">What the winner had then, which the answer tells.</param>
public sealed record WinnersRedemption(long TotalPoints);
