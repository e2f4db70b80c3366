using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Corrections on the wire, for the reference. <see cref="CorrectionReader"/> reads them without making one.</summary>
internal sealed record AdjustmentRequest(
    [property: Description("To add, or below 0 to take away. The total never falls below 0.")]
    [property: Range(-CorrectionReader.MaxPoints, CorrectionReader.MaxPoints)] long Points,
    [property: Description("For the audit."), StringLength(CorrectionReader.MaxReason, MinimumLength = 1)] string Reason);

internal sealed record AdjustmentResponse(
    [property: Description("What was really added or taken away.")] long PointsAdjusted,
    long TotalPoints,
    [property: Description("In campaigns that have milestones.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MilestonesResponse? Milestones);

internal sealed record ExclusionRequest(
    [property: Description("For the audit."), StringLength(CorrectionReader.MaxReason, MinimumLength = 1)] string Reason);

internal sealed record ExclusionResponse(bool Excluded);
