using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Codes;

/// <summary>A batch as a snapshot keeps it.</summary>
/// <param name="Redeemed">One bit for each code, lowest bit of the first byte first; also of those whose claim is open.</param>
/// <param name="Revoked">Likewise, of those that were revoked one by one.</param>
public sealed record CodeBatchState(byte[] Redeemed, byte[] Revoked, bool IsRevoked, IReadOnlyList<OpenCodeClaim> Open);

/// <param name="Version">Of the entry that opened it.</param>
/// <param name="ErasedAt">As <see cref="CodeClaimed.ErasedAt"/>.</param>
public sealed record OpenCodeClaim(int Index, ParticipantRef Participant, UInt128 Key, DateTimeOffset At, long Version, long ErasedAt = 0);
