using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Events;

/// <summary>The header that names a request, so that it can be sent again. <c>abc</c> and <c>"abc"</c> are the same key.</summary>
public static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    private const string Rule = $"the header {Header} must be 1 to 255 visible ASCII characters, bare or in double quotes";

    /// <summary>The key, or null when there is none or it is wrong, which <paramref name="details"/> then says.</summary>
    public static string? Read(IHeaderDictionary headers, ref List<ErrorDetail>? details)
    {
        if (!headers.TryGetValue(Header, out var sent))
            return null;
        if (sent is [{ } text] && Unquote(text) is { } key && IsKey(key))
            return key;

        (details ??= []).Add(new ErrorDetail("", Rule));
        return null;
    }

    public static bool IsKey(string text) => text.Length is >= 1 and <= CharacterLimits.EventId && VisibleAscii.IsAll(text);

    /// <summary>A quoted key is a string of RFC 9651: a quote or backslash inside it is escaped by a backslash.</summary>
    private static string? Unquote(string text)
    {
        if (text is not ['"', ..])
            return text;
        if (text is not ['"', .. var inner, '"'])
            return null;
        if (!inner.AsSpan().ContainsAny('"', '\\'))
            return inner;

        var plain = inner.Replace("\\\\", "").Replace("\\\"", "");
        return plain.AsSpan().ContainsAny('"', '\\') ? null : inner.Replace("\\\"", "\"").Replace("\\\\", "\\");
    }
}
