using System.Buffers;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Interfaces.Audits;

namespace CampaignEngine.Grains.Campaigns;

/// <summary>How a change of a campaign is written in its audit.</summary>
internal static class CampaignAudit
{
    /// <param name="history">Before the change.</param>
    public static AuditAction ActionOf(CampaignHistory history, StoredCampaignEntry change, string actor) => change switch
    {
        CampaignDefined { Version: 1 } created => Action(actor, "campaign_created", json =>
        {
            json.WriteString("slug", created.Slug);
            json.WriteNumber("version", created.Version);
        }),
        CampaignDefined replaced => Action(actor, "campaign_replaced", json =>
        {
            json.WriteNumber("fromVersion", history.Version);
            json.WriteNumber("toVersion", replaced.Version);
            json.WriteStartArray("changed");
            foreach (var member in ChangedMembers(history.Versions[^1].Document, replaced.Document))
                json.WriteStringValue(member);
            json.WriteEndArray();
        }),
        CampaignActivated => Action(actor, "campaign_activated", json => json.WriteNumber("version", history.Version)),
        CampaignStatusChanged changed => Action(actor, NameOf(changed.Status), json => json.WriteNumber("version", history.Version)),
        CampaignDeleted => Action(actor, "campaign_deleted", json =>
        {
            json.WriteString("slug", history.Slug);
            json.WriteNumber("version", history.Version);
        }),
        CampaignSeedPublished => Action(actor, "seed_published", _ => { }),
        _ => throw new InvalidOperationException($"A {change.GetType().Name} is nobody's action."),
    };

    private static string NameOf(CampaignStatus status) => status switch
    {
        CampaignStatus.Paused => "campaign_paused",
        CampaignStatus.Active => "campaign_resumed",
        CampaignStatus.Ended => "campaign_ended",
        _ => throw new InvalidOperationException($"No action leads to {status}."),
    };

    private static AuditAction Action(string actor, string name, Action<Utf8JsonWriter> writeDetail)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            writeDetail(json);
            json.WriteEndObject();
        }

        return new AuditAction(actor, name, buffer.WrittenSpan.ToArray());
    }

    /// <summary>Members of the two documents themselves that are not the same in both.</summary>
    private static IEnumerable<string> ChangedMembers(byte[] before, byte[] after)
    {
        using var old = JsonDocument.Parse(before);
        using var changed = JsonDocument.Parse(after);
        return [.. old.RootElement.EnumerateObject().Concat(changed.RootElement.EnumerateObject())
            .Select(member => member.Name)
            .Distinct()
            .Where(name => !(old.RootElement.TryGetProperty(name, out var one) && changed.RootElement.TryGetProperty(name, out var other)
                && JsonElement.DeepEquals(one, other)))
            .Order(StringComparer.Ordinal)];
    }
}
