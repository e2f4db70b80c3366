using CampaignEngine.Domain.Codes;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Grains.Codes.Stored;

/// <summary>Between what is decided about a batch of codes and what is kept of it.</summary>
internal static class CodeBatchStorage
{
    public static StoredCodeBatchEntry ToStored(CodeBatchEntry entry) => entry switch
    {
        CodeClaimed claimed => new StoredCodeClaimed(claimed.Index, claimed.Participant.Value, claimed.Key, claimed.At) { ErasedAt = claimed.ErasedAt },
        CodesCompleted completed => new StoredCodesCompleted([.. completed.Indexes]),
        CodeRevoked revoked => new StoredCodeRevoked(revoked.Index),
        BatchRevoked => new StoredBatchRevoked(),
        _ => throw new InvalidOperationException($"{entry.GetType().Name} is no entry of a batch of codes."),
    };

    public static CodeBatchEntry FromStored(StoredCodeBatchEntry entry) => entry switch
    {
        StoredCodeClaimed claimed => new CodeClaimed(
            claimed.Index, new ParticipantRef(claimed.Participant), claimed.Key, claimed.At, claimed.ErasedAt),
        StoredCodesCompleted completed => new CodesCompleted([.. completed.Indexes]),
        StoredCodeRevoked revoked => new CodeRevoked(revoked.Index),
        StoredBatchRevoked => new BatchRevoked(),
        _ => throw new InvalidOperationException($"{entry.GetType().Name} is no entry of a batch of codes."),
    };

    public static StoredCodeBatch ToStored(CodeBatchState state, DateTimeOffset lastEntryAt) => new(
        state.Redeemed,
        state.Revoked,
        state.IsRevoked,
        [.. state.Open.Select(claim => new StoredOpenCodeClaim(claim.Index, claim.Participant.Value, claim.Key, claim.At, claim.Version) { ErasedAt = claim.ErasedAt })],
        lastEntryAt);

    public static CodeBatchState FromStored(StoredCodeBatch state) => new(
        state.Redeemed,
        state.Revoked,
        state.IsRevoked,
        [.. state.Open.Select(claim => new OpenCodeClaim(claim.Index, new ParticipantRef(claim.Participant), claim.Key, claim.At, claim.Version, claim.ErasedAt))]);
}
