using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>An operator with the admin token.</summary>
internal sealed class AdminClient : IDisposable
{
    public const string Token = "0123456789abcdef0123456789abcdef-admin";

    public const string Setting = $"--Admin:Token={Token}";

    private readonly HttpClient _client;

    public AdminClient(Uri address, string token = Token)
    {
        _client = new HttpClient { BaseAddress = new Uri(address, "/v1/admin/") };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, string? body = null, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (idempotencyKey is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        return _client.SendAsync(request);
    }

    public async Task<JsonElement> DataAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await Expect.DataAsync(answer);
    }

    /// <summary>The id of a new app.</summary>
    public async Task<string> AppAsync(string name = "Shop")
    {
        using var answer = await PostAsync("apps", $$"""{"name":"{{name}}"}""");
        return (await Expect.DataAsync(answer)).GetProperty("id").GetString()!;
    }

    /// <summary>A new key of an app.</summary>
    public async Task<(string Id, string Secret)> KeyAsync(string app, string members = """ "environment":"test" """)
    {
        using var answer = await PostAsync($"apps/{app}/keys", $$"""{ {{members}} }""");
        var key = await Expect.DataAsync(answer);
        return (key.GetProperty("id").GetString()!, key.GetProperty("secret").GetString()!);
    }

    public void Dispose() => _client.Dispose();
}
