using System.Text.Json;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>What every answer must have, whatever it says.</summary>
internal static class Expect
{
    /// <summary>Checks status, members in order, headers; returns the pointers of the details.</summary>
    public static async Task<string[]> ErrorAsync(HttpResponseMessage response, int code, string name, string message)
    {
        var text = await response.Content.ReadAsStringAsync();
        using var body = JsonDocument.Parse(text);
        var root = body.RootElement;
        Assert.True(code == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        string[] members = ["status", "code", "message", "error", "requestId"];
        Assert.Equal(members, root.EnumerateObject().Select(member => member.Name).Where(member => member != "details"));
        Assert.Equal("error", root.GetProperty("status").GetString());
        Assert.Equal(code, root.GetProperty("code").GetInt32());
        Assert.Equal(message, root.GetProperty("message").GetString());
        Assert.Equal(name, root.GetProperty("error").GetString());
        Assert.Equal(response.Headers.GetValues("X-Request-Id").Single(), root.GetProperty("requestId").GetString());
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return root.TryGetProperty("details", out var details)
            ? [.. details.EnumerateArray().Select(detail => detail.GetProperty("pointer").GetString()!)]
            : [];
    }

    public static async Task<string> RecordedAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(200 == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        Assert.StartsWith("""{"status":"success","data":{"pointsEarned":""", text, StringComparison.Ordinal);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return text;
    }

    public static async Task<JsonElement> DataAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(200 == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        using var body = JsonDocument.Parse(text);
        return body.RootElement.GetProperty("data").Clone();
    }

    public static bool IsReplay(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Idempotent-Replayed", out var values) && values.Single() == "true";
}

internal static class JsonElementText
{
    /// <summary>A member that is a string, or null.</summary>
    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();
}
