using System.Collections.Immutable;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Prizes;

/// <summary>One thing that happened in a prize pool.</summary>
public abstract record PoolEntry;

/// <summary>The pool's first entry: the tiers of the definition in their order, and what each starts with.</summary>
public sealed record PoolOpened(int DefinitionVersion, ImmutableArray<StockedTier> Tiers) : PoolEntry;

public sealed record StockedTier(string Name, long Quantity);

/// <summary>Numbers of the app's code space that the pool may use, in this order, for the awards to come.</summary>
public sealed record CodesLeased(long Start, long Count) : PoolEntry;

/// <summary>
/// A unit was taken for a participant's play. The claim stays open until the participant's entry is known to carry the
/// award, or never to.
/// </summary>
/// <param name="Award">Numbers in a pool are 1, 2, 3, …</param>
/// <param name="CodeNumber">The award's number in the app's code space, before permutation.</param>
/// <param name="Closes">The participant's previous award, closed by this claim; 0 when it was closed before.</param>
public sealed record PrizeAwarded(
    long Award, ParticipantRef Participant, long Play, int Tier, long CodeNumber, long Closes) : PoolEntry;

/// <summary>The participants' entries carry these awards.</summary>
public sealed record ClaimsClosed(ImmutableArray<long> Awards) : PoolEntry;

/// <summary>No entry of the participant will ever carry this award: the unit went back to stock.</summary>
public sealed record ClaimVoided(long Award) : PoolEntry;
