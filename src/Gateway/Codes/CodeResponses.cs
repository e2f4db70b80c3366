using System.ComponentModel;

namespace CampaignEngine.Gateway.Codes;

public sealed record CodeBatchResponse(
    Guid Id, Guid CampaignId, int BatchSize, long PointsValue, string? Label, string? ExpiresAt, string CreatedAt);

public sealed record GeneratedCodesResponse(
    CodeBatchResponse Batch,
    [property: Description("They are shown in this answer only.")] IReadOnlyList<string> Codes,
    int Count,
    [property: Description("Where the campaign is played.")] string GameUrl);

public sealed record VerifiedCodeResponse(
    bool Valid,
    [property: Description("`ACTIVE`, `REDEEMED`, `EXPIRED` or `REVOKED`; empty when the code is not known.")] string Status,
    long PointsValue,
    string CampaignName,
    string CampaignSlug,
    [property: Description("Whether the campaign's end has passed.")] bool Expired,
    string Message,
    [property: Description("`code` or `win`; null when the code is not known.")] string? Kind,
    [property: Description("Of a win.")] string? PrizeTier);

public sealed record CodeBatchesResponse(IReadOnlyList<CodeBatchResponse> Batches, int Total, int Page, int Limit);

public sealed record CodeStatsResponse(
    long TotalCodes, long ActiveCodes, long RedeemedCodes, long ExpiredCodes, long RevokedCodes, int TotalBatches);

public sealed record RevokedCodesResponse(
    Guid BatchId,
    [property: Description("How many of the codes that were named are revoked now.")] long Revoked);

/// <summary>The <c>data</c> that answers a redemption. Of a code the grain writes it once and keeps the bytes.</summary>
public sealed record RedeemedCodeResponse(
    [property: Description("The code's and those of milestones that it reached.")] long PointsEarned, long TotalPoints, string Code, string Message);
