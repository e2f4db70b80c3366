using System.Text;
using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Compatibility;

/// <summary>A client that was written for part one and knows nothing else, with what it remembers of answers.</summary>
internal sealed class PartOneClient(GatewayFixture gateway)
{
    private readonly Dictionary<string, string> _names = new[] { "u", "v", "w" }.ToDictionary(name => name, _ => $"user-{Guid.NewGuid():N}");

    public async Task HoldAsync(Fact fact)
    {
        foreach (var step in fact.Before)
            await DoAsync(step);

        using var answer = await SendAsync(fact.Request, fact.Body, fact.Key, fact.IdempotencyKey);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(fact.Status == (int)answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        using var body = JsonDocument.Parse(text);
        var expected = fact.Message is { } message
            ? $$"""{"status":"error","code":{{fact.Status}},"message":{{JsonSerializer.Serialize(message)}}}"""
            : $$"""{"status":"success","data":{{Fill(fact.Data!)}}}""";
        var difference = JsonPattern.Difference(expected, body.RootElement);
        Assert.True(difference is null, $"{difference} in {text}");
        if (fact.Message is null)
            Assert.Equal(2, body.RootElement.EnumerateObject().Count());
    }

    private async Task DoAsync(Step step)
    {
        using var answer = await SendAsync(step.Request, step.Body, TestKeys.Test, null);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{step.Request}: {(int)answer.StatusCode} {text}");
        if (step.Take is null)
            return;

        using var body = JsonDocument.Parse(text);
        _names[step.As!] = step.Take.Split('.').Aggregate(body.RootElement.GetProperty("data"), (value, name) =>
            int.TryParse(name, out var index) ? value[index] : value.GetProperty(name)).ToString();
    }

    private Task<HttpResponseMessage> SendAsync(string request, string? body, string key, string? idempotencyKey)
    {
        var words = Fill(request).Split(' ', 2);
        var message = gateway.Request(new HttpMethod(words[0]), words[1], ("X-API-Secret", key), ("Idempotency-Key", Fill(idempotencyKey ?? "")));
        if (body is not null)
            message.Content = new StringContent(Fill(body), Encoding.UTF8, "application/json");
        return gateway.Client.SendAsync(message);
    }

    /// <summary>The longest names first, so that <c>$code2</c> is not taken for <c>$code</c>.</summary>
    private string Fill(string text) => _names.OrderByDescending(name => name.Key.Length)
        .Aggregate(text, (filled, name) => filled.Replace($"${name.Key}", name.Value, StringComparison.Ordinal));
}
