using Microsoft.Net.Http.Headers;

namespace CampaignEngine.Gateway.Requests;

/// <summary>Whether a body claims to be something that we read: JSON in UTF-8, not compressed. A body that claims nothing is taken as JSON.</summary>
public static class ContentTypes
{
    public static bool IsJson(HttpRequest request) =>
        IsJson(request.ContentType) && IsPlain(request.Headers.ContentEncoding.ToString());

    /// <summary>Whether a body says that it is text/csv in UTF-8, not compressed.</summary>
    public static bool IsCsv(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase)
        && IsUtf8(type)
        && IsPlain(request.Headers.ContentEncoding.ToString());

    private static bool IsJson(string? contentType)
    {
        if (string.IsNullOrEmpty(contentType) || contentType is "application/json" or "application/json; charset=utf-8")
            return true;

        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
            && (type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            && IsUtf8(type);
    }

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static bool IsPlain(string encoding) =>
        encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase);
}
