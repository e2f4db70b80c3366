namespace CampaignEngine.Gateway.Wins;

/// <param name="UserId">Null when the person was erased.</param>
/// <param name="RedeemedAt">When the prize was handed out; null while it was not.</param>
/// <param name="VoidedAt">When the win was taken back; null while it stands.</param>
public sealed record WinnerResponse(
    string PrizeTier, string WinCode, string? UserId, string WonAt, string? RedeemedAt, string? VoidedAt);

public sealed record RedeemedWinResponse(string WinCode, string PrizeTier, string ParticipantRef, string RedeemedAt);

public sealed record VoidedWinResponse(string WinCode, string PrizeTier, bool Restocked, long PointsTaken, string VoidedAt);
