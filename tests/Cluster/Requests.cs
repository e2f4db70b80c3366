using System.Text;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Cluster.Tests;

/// <summary>Requests as the gateway would pass them on.</summary>
internal static class Requests
{
    public static RecordEventRequest Event(
        string userId, string eventId, string eventType = "purchase", string? metadata = """{"amount":25}""") => new(
        userId, eventType, Bytes(metadata), eventId, EventIdGiven: true, OccurredAt: null, DisplayName: null);

    public static byte[]? Bytes(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);
}
