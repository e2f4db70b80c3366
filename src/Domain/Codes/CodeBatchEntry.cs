using System.Collections.Immutable;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Codes;

/// <summary>One thing that happened to a batch of codes. A code is its place in the batch, from 0; none is written down.</summary>
public abstract record CodeBatchEntry;

/// <summary>The code is this participant's for ever; what is open yet is that their own entry says so.</summary>
/// <param name="Key">Hash of the idempotency key of the request, or 0.</param>
/// <param name="At">The time of the request.</param>
/// <param name="ErasedAt">The version of the entry that had erased the participant then; 0 when there was none.</param>
public sealed record CodeClaimed(int Index, ParticipantRef Participant, UInt128 Key, DateTimeOffset At, long ErasedAt = 0) : CodeBatchEntry;

/// <summary>The entries of the participants are there.</summary>
public sealed record CodesCompleted(ImmutableArray<int> Indexes) : CodeBatchEntry;

public sealed record CodeRevoked(int Index) : CodeBatchEntry;

/// <summary>All codes that nobody has redeemed, for ever.</summary>
public sealed record BatchRevoked : CodeBatchEntry;
