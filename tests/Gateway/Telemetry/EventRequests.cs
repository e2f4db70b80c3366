using System.Text;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Telemetry;

internal static class EventRequests
{
    public static HttpRequestMessage Purchase(string slug, string userId, string key = TestKeys.Test, string? eventId = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/campaigns/{slug}/events")
        {
            Headers = { { "X-API-Secret", key } },
            Content = new StringContent($$"""{"userId":"{{userId}}","eventType":"purchase"}""", Encoding.UTF8, "application/json"),
        };
        if (eventId is not null)
            request.Headers.Add("Idempotency-Key", eventId);
        return request;
    }

    public static HttpRequestMessage Participant(string slug, string userId) =>
        new(HttpMethod.Get, $"/v1/campaigns/{slug}/participants/{userId}") { Headers = { { "X-API-Secret", TestKeys.Test } } };
}
