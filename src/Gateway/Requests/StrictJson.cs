using System.Text.Json;
using System.Text.Unicode;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Requests;

/// <summary>JSON without anything that two readers could understand differently: no duplicate members, no half characters, no trailing text.</summary>
public static class StrictJson
{
    public const int MaxDepth = 16;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>The document, which uses the body's memory, or null with the reason in <paramref name="fault"/>.</summary>
    public static JsonDocument? TryParse(ReadOnlyMemory<byte> body, out ErrorDetail? fault)
    {
        fault = FindFault(body.Span);
        if (fault is not null)
            return null;

        try
        {
            return JsonDocument.Parse(body, Options);
        }
        catch (JsonException exception)
        {
            fault = JsonFault.Explain(body, exception);
            return null;
        }
    }

    private static ErrorDetail? FindFault(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return new ErrorDetail("", "must be a JSON object; the body is empty");
        if (!Utf8.IsValid(body))
            return new ErrorDetail("", "must be valid UTF-8");
        return LoneSurrogates.Exist(body)
            ? new ErrorDetail("", "must not contain half of a surrogate pair (an escape such as \\ud800 on its own)")
            : null;
    }
}
