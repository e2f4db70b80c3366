using CampaignEngine.Gateway.Answers;
using CampaignEngine.Grains.Interfaces.Audits;

namespace CampaignEngine.Gateway.Audits;

/// <summary>A management action on the wire.</summary>
/// <param name="Actor">The id of the API key, as 32 hexadecimal digits; <c>admin</c>; or <c>engine</c>.</param>
public sealed record AuditResponse(long Number, string At, string Actor, string Action, RawJson Detail)
{
    public static AuditResponse From(AuditRecord record) => new(
        record.Number, WireTime.Format(record.At), record.Action.Actor, record.Action.Action, new RawJson(record.Action.Detail));
}
