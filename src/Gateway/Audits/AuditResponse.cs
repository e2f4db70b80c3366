using CampaignEngine.Gateway.Answers;

namespace CampaignEngine.Gateway.Audits;

/// <summary>A management action on the wire.</summary>
/// <param name="Actor">The id of the API key, as 32 hexadecimal digits; <c>admin</c>; or <c>engine</c>.</param>
public sealed record AuditResponse(long Number, string At, string Actor, string Action, RawJson Detail);
