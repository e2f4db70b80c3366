using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Codes;

internal sealed record GenerateCodesBody(
    [property: Description("The campaign's.")] string Slug,
    [property: Range(1, CodeBatchTerms.MaxSize)] int BatchSize,
    [property: Description("What each code gives."), Range(1, CodeBatchTerms.MaxPoints)] long PointsValue,
    [property: Description("For people."), StringLength(GenerateCodesEndpoint.MaxLabel)] string? Label = null,
    [property: Description("From here on the codes cannot be redeemed; in the future. Without an offset it is UTC.")] string? ExpiresAt = null);

internal sealed record VerifyCodeBody([property: Description("In any case, white space around it does not count.")] string Code);

internal sealed record RedeemCodeBody(
    [property: Description("The app's own id of the user."), StringLength(CharacterLimits.UserId, MinimumLength = 1)] string UserId,
    [property: Description("In any case, white space around it does not count.")] string Code);

/// <summary>Either a code or a batch.</summary>
internal sealed record RevokeCodesBody(
    [property: Description("For the audit."), StringLength(RevokeCodesEndpoint.MaxReason, MinimumLength = 1)] string Reason,
    [property: Description("The one code; instead of `batchId`.")] string? Code = null,
    [property: Description("All codes of a batch that nobody has redeemed; instead of `code`.")] Guid? BatchId = null);
