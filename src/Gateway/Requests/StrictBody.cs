using System.Text.Json;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Requests;

/// <summary>A request as it was sent, or what is wrong with it.</summary>
public readonly record struct Reading<T>(T? Request, ApiError? Error, IReadOnlyList<ErrorDetail>? Details) where T : class;

internal delegate T? ReadMembers<T>(ref RequestMembers members) where T : class;

/// <summary>Reads bodies of part two of the contract: one JSON object, in which unknown members are errors.</summary>
internal static class StrictBody
{
    /// <summary>How many unknown members are told.</summary>
    public const int MaxUnknown = 20;

    /// <param name="known">The names of all members.</param>
    /// <param name="read">What it returns counts only when it found nothing wrong.</param>
    /// <param name="details">What is wrong with the headers.</param>
    /// <exception cref="BadHttpRequestException">The body is too large, too slow, or cut off.</exception>
    public static async ValueTask<Reading<T>> ReadAsync<T>(
        HttpRequest request, string[] known, ReadMembers<T> read, List<ErrorDetail>? details = null) where T : class
    {
        if (!ContentTypes.IsJson(request))
            return new Reading<T>(null, ErrorCatalog.UnsupportedMediaType, null);
        var body = await RequestBody.ReadAsync(request.BodyReader, CancellationToken.None);
        try
        {
            return Read(RequestBody.InOnePiece(body), known, read, details);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private static Reading<T> Read<T>(
        ReadOnlyMemory<byte> body, string[] known, ReadMembers<T> read, List<ErrorDetail>? details) where T : class
    {
        using var document = StrictJson.TryParse(body, out var fault);
        if (document is null || document.RootElement.ValueKind != JsonValueKind.Object)
            return Invalid<T>([.. details ?? [], fault ?? new ErrorDetail("", "must be a JSON object")]);

        var members = new RequestMembers(document.RootElement, details);
        foreach (var unknown in document.RootElement.EnumerateObject().Select(member => member.Name).Except(known).Take(MaxUnknown))
            members.Wrong(JsonFault.PointerTo(unknown), $"is not a member; there are {string.Join(", ", known)}");

        var value = read(ref members);
        return members.Details is { } wrong ? Invalid<T>(wrong) : new Reading<T>(value, null, null);
    }

    private static Reading<T> Invalid<T>(IReadOnlyList<ErrorDetail> details) where T : class =>
        new(null, ErrorCatalog.InvalidBody, details);
}
