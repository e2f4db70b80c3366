using System.Text.Json;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Grains.Interfaces.Audits;

namespace CampaignEngine.Gateway.Audits;

/// <summary>A management action on the wire.</summary>
public sealed record AuditResponse(long Number, string At, string Actor, string Action, JsonElement Detail)
{
    public static AuditResponse From(AuditRecord record) => new(
        record.Number, WireTime.Format(record.At), record.Action.Actor, record.Action.Action, JsonElement.Parse(record.Action.Detail));
}
