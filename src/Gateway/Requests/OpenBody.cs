using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;

namespace CampaignEngine.Gateway.Requests;

/// <summary>
/// Reads the bodies of part one of the contract: one JSON object, in which unknown members are ignored. What is wrong with
/// a request is answered here, all at once.
/// </summary>
internal static class OpenBody
{
    /// <summary>What it returns counts only when it found nothing wrong.</summary>
    public delegate T Reader<out T>(ref RequestMembers members, string? idempotencyKey);

    /// <returns>Null when the refusal has been written.</returns>
    /// <exception cref="BadHttpRequestException">The body is too large, too slow, or cut off.</exception>
    public static async Task<T?> ReadAsync<T>(HttpContext context, Reader<T> read) where T : class
    {
        var request = context.Request;
        if (!ContentTypes.IsJson(request))
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.UnsupportedMediaType);
            return null;
        }

        List<ErrorDetail>? details = null;
        T? value;
        var key = IdempotencyKey.Read(request.Headers, ref details);
        var body = await RequestBody.ReadAsync(request.BodyReader, CancellationToken.None);
        try
        {
            value = Read(RequestBody.InOnePiece(body), key, ref details, read);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }

        if (details is null)
            return value;
        await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidBody, details);
        return null;
    }

    private static T? Read<T>(ReadOnlyMemory<byte> body, string? key, ref List<ErrorDetail>? details, Reader<T> read) where T : class
    {
        using var document = StrictJson.TryParse(body, out var fault);
        if (document is not { RootElement.ValueKind: System.Text.Json.JsonValueKind.Object })
        {
            (details ??= []).Add(fault ?? new ErrorDetail("", "must be a JSON object"));
            return null;
        }

        var members = new RequestMembers(document.RootElement, details);
        var value = read(ref members, key);
        details = members.Details;
        return value;
    }
}
