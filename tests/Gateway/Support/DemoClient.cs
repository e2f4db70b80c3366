using System.Text;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>A newcomer's client: the demo key, the demo campaign.</summary>
internal sealed class DemoClient : IDisposable
{
    private const string Key = "sk_test_00112233445566778899aabbccddeeff";

    private readonly HttpClient _client;

    public DemoClient(Uri address)
    {
        _client = new HttpClient { BaseAddress = address };
        _client.DefaultRequestHeaders.Add("X-API-Secret", Key);
    }

    public Task<HttpResponseMessage> PurchaseAsync(string userId, string metadata = """{"amount":25}""") =>
        SendAsync("summer-promo", userId, "purchase", metadata);

    public Task<HttpResponseMessage> SendAsync(string slug, string userId, string eventType, string metadata) => _client.PostAsync(
        $"/v1/campaigns/{slug}/events",
        new StringContent($$"""{"userId":"{{userId}}","eventType":"{{eventType}}","metadata":{{metadata}} }""", Encoding.UTF8, "application/json"));

    public async Task<long> TotalPointsAsync(string userId) =>
        (await Expect.DataAsync(await _client.GetAsync($"/v1/campaigns/summer-promo/participants/{userId}"))).GetProperty("totalPoints").GetInt64();

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path);

    public void Dispose() => _client.Dispose();
}
