using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CampaignEngine.Grains.Interfaces.Codes;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>What an app does with a campaign besides sending events. Everything but a redemption is asked until it is answered.</summary>
internal sealed class CampaignClient(Uri gateway, TimeSpan patience) : IDisposable
{
    private const int MaxTries = 600;
    private const int PageSize = 100;

    private static ReadOnlySpan<byte> Envelope => "{\"status\":\"success\",\"data\":"u8;

    private readonly HttpClient _http = new()
    {
        BaseAddress = new Uri(gateway, "/v1/campaigns/"),
        Timeout = patience,
        DefaultRequestHeaders = { { "X-API-Secret", EventClient.Key } },
    };

    /// <summary>A new batch of codes.</summary>
    public async Task<string[]> GenerateAsync(int size)
    {
        var data = await DataAsync(HttpMethod.Post, "codes/generate", Guid.NewGuid().ToString(),
            $$"""{"slug":"{{FaultCampaign.Slug}}","batchSize":{{size}},"pointsValue":3}""");
        return [.. data.GetProperty("codes").EnumerateArray().Select(code => code.GetString()!)];
    }

    /// <param name="key">The same key adds them once.</param>
    public Task AddStockAsync(int units, string key) => DataAsync(HttpMethod.Post, $"{FaultCampaign.Slug}/stock", key,
        $$"""{"tier":"{{FaultCampaign.Tier}}","add":{{units}}}""");

    /// <summary>Units that are free.</summary>
    public async Task<long> RemainingAsync() =>
        (await DataAsync(HttpMethod.Get, $"{FaultCampaign.Slug}/stock")).GetProperty("items")[0].GetProperty("remaining").GetInt64();

    /// <summary>From the top to the end.</summary>
    public async Task<IReadOnlyList<(string User, ServedTotals Totals)>> BoardAsync()
    {
        List<(string, ServedTotals)> board = [];
        for (var cursor = ""; ;)
        {
            var page = await DataAsync(HttpMethod.Get, $"{FaultCampaign.Slug}/leaderboard?limit={PageSize}{cursor}");
            board.AddRange(page.GetProperty("entries").EnumerateArray().Select(entry => (
                entry.GetProperty("userId").GetString()!,
                new ServedTotals(entry.GetProperty("totalPoints").GetInt64(), entry.GetProperty("eventsCount").GetInt64()))));
            if (page.GetProperty("nextCursor").GetString() is not { } next)
                return board;
            cursor = $"&cursor={Uri.EscapeDataString(next)}";
        }
    }

    /// <exception cref="InvalidOperationException">The answer is not in the contract.</exception>
    public async Task<(RedeemCodeStatus? Status, byte[]? Data)> RedeemAsync(string user, string code)
    {
        try
        {
            using var answer = await SendAsync(
                HttpMethod.Post, $"{FaultCampaign.Slug}/redeem", $"redeem-{user}-{code}", $$"""{"userId":"{{user}}","code":"{{code}}"}""");
            var body = await answer.Content.ReadAsByteArrayAsync();
            return answer.StatusCode == HttpStatusCode.OK
                ? (RedeemCodeStatus.Done, body[Envelope.Length..^1])
                : (Refusal(body, answer.StatusCode), null);
        }
        catch (Exception exception) when (LostConnection.Is(exception))
        {
            return (null, null);
        }
    }

    public void Dispose() => _http.Dispose();

    private static RedeemCodeStatus Refusal(byte[] body, HttpStatusCode status)
    {
        var text = Encoding.UTF8.GetString(body);
        return status switch
        {
            HttpStatusCode.Conflict when text.Contains("\"code_redeemed\"") => RedeemCodeStatus.Redeemed,
            HttpStatusCode.ServiceUnavailable when text.Contains("\"outcome_unknown\"") => RedeemCodeStatus.OutcomeUnknown,
            HttpStatusCode.ServiceUnavailable => RedeemCodeStatus.Unavailable,
            _ => throw new InvalidOperationException($"A redemption was answered with {status}: {text}"),
        };
    }

    private async Task<JsonElement> DataAsync(HttpMethod method, string path, string? key = null, string? body = null)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var answer = await SendAsync(method, path, key, body);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.OK)
                    return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("data");
                if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || tries == MaxTries)
                    throw new InvalidOperationException($"{method} {path} was answered with {answer.StatusCode}: {text}");
            }
            catch (Exception exception) when (LostConnection.Is(exception) && tries < MaxTries)
            {
                // Whatever was done with the key is not done again.
            }

            await Task.Delay(100);
        }
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? key, string? body)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return _http.SendAsync(request);
    }
}
