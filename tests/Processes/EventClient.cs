using System.Net;
using System.Text;
using System.Text.Json;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Processes.Tests;

/// <summary>Posts events and asks for participants over HTTP, as a client's backend does.</summary>
/// <param name="patience">Without one: longer than the cluster takes to say that it does not know.</param>
internal sealed class EventClient(TimeSpan? patience = null) : IDisposable
{
    public const string Key = "sk_test_00112233445566778899aabbccddeeff";

    private static ReadOnlySpan<byte> Envelope => "{\"status\":\"success\",\"data\":"u8;

    private readonly HttpClient _http = new()
    {
        Timeout = patience ?? TimeSpan.FromSeconds(20),
        DefaultRequestHeaders = { { "X-API-Secret", Key } },
    };

    public async Task<Attempt> PostAsync(
        Uri gateway, string campaign, string user, string eventId, string body, TimeSpan sent, string eventType = "purchase")
    {
        var text = $$$"""{"userId":"{{{user}}}","eventType":"{{{eventType}}}","eventId":"{{{eventId}}}","metadata":{"body":"{{{body}}}"}}""";
        using var content = new StringContent(text, Encoding.UTF8, "application/json");
        try
        {
            using var answer = await _http.PostAsync(new Uri(gateway, $"v1/campaigns/{campaign}/events"), content);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            return new Attempt(
                sent, answer.StatusCode, answer.Headers.RetryAfter is not null, Meaning(answer.StatusCode, bytes),
                answer.StatusCode == HttpStatusCode.OK ? bytes[Envelope.Length..^1] : null);
        }
        catch (Exception exception) when (LostConnection.Is(exception))
        {
            return new Attempt(sent, null, false, null, null);
        }
    }

    /// <summary>Null when there is no such participant.</summary>
    public async Task<ServedTotals?> GetAsync(Uri gateway, string campaign, string user)
    {
        using var answer = await _http.GetAsync(new Uri(gateway, $"v1/campaigns/{campaign}/participants/{user}"));
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        using var document = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
        var data = document.RootElement.GetProperty("data");
        return new ServedTotals(data.GetProperty("totalPoints").GetInt64(), data.GetProperty("eventsCount").GetInt64());
    }

    public void Dispose() => _http.Dispose();

    private static RecordEventStatus Meaning(HttpStatusCode status, byte[] body) => status switch
    {
        HttpStatusCode.OK => RecordEventStatus.Recorded,
        HttpStatusCode.Conflict => RecordEventStatus.PlaysExceeded,
        HttpStatusCode.UnprocessableEntity => RecordEventStatus.EventIdReused,
        HttpStatusCode.NotFound => RecordEventStatus.CampaignNotActive,
        HttpStatusCode.ServiceUnavailable => body.AsSpan().IndexOf("outcome_unknown"u8) >= 0
            ? RecordEventStatus.OutcomeUnknown
            : RecordEventStatus.Unavailable,
        _ => throw new InvalidOperationException($"An event was answered with {status}: {Encoding.UTF8.GetString(body)}"),
    };
}
