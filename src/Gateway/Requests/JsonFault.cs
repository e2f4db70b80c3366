using System.Text.Json;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Requests;

/// <summary>Finds out why strict parsing refused a body. Runs only then, so it may parse again.</summary>
internal static class JsonFault
{
    private static readonly JsonDocumentOptions WithDuplicates = new() { MaxDepth = StrictJson.MaxDepth };

    // A body of 256 KiB cannot nest deeper than it has bytes.
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = RequestBody.MaxBytes };

    public static ErrorDetail Explain(ReadOnlyMemory<byte> body, JsonException exception)
    {
        if (TryParse(body, WithDuplicates) is { } duplicates)
        {
            using (duplicates)
                return new ErrorDetail(FindDuplicate(duplicates.RootElement, "") ?? "", "must not appear twice");
        }

        if (TryParse(body, AnyDepth) is { } deep)
        {
            deep.Dispose();
            return new ErrorDetail("", $"must not nest deeper than {StrictJson.MaxDepth} levels");
        }

        return new ErrorDetail("", $"must be one JSON object; line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} is not JSON");
    }

    /// <summary>RFC 6901, from the object that has the member.</summary>
    public static string PointerTo(string member) => $"/{member.Replace("~", "~0").Replace("/", "~1")}";

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> body, JsonDocumentOptions options)
    {
        try
        {
            return JsonDocument.Parse(body, options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? FindDuplicate(JsonElement element, string pointer) => element.ValueKind switch
    {
        JsonValueKind.Object => FindDuplicateMember(element, pointer),
        JsonValueKind.Array => element.EnumerateArray()
            .Select((item, index) => FindDuplicate(item, $"{pointer}/{index}")).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string? FindDuplicateMember(JsonElement element, string pointer)
    {
        var names = new HashSet<string>();
        foreach (var member in element.EnumerateObject())
        {
            var child = pointer + PointerTo(member.Name);
            if (!names.Add(member.Name))
                return child;
            if (FindDuplicate(member.Value, child) is { } found)
                return found;
        }

        return null;
    }
}
