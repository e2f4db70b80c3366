using System.Text.Json;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;

namespace CampaignEngine.Gateway.Requests;

/// <summary>Bodies of part one of the API, in which members that are not known are ignored.</summary>
internal static class LenientBody
{
    /// <returns>Null when a detail says what is wrong.</returns>
    public delegate T? Reading<T>(ref RequestMembers members, string? key) where T : class;

    /// <param name="read">Gets the header <c>Idempotency-Key</c>, too.</param>
    /// <returns>Null when the refusal has been written.</returns>
    /// <exception cref="BadHttpRequestException">The body is too large, too slow, or cut off.</exception>
    public static async Task<T?> ReadAsync<T>(HttpContext context, Reading<T> read) where T : class
    {
        var request = context.Request;
        if (!ContentTypes.IsJson(request))
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.UnsupportedMediaType);
            return null;
        }

        var body = await RequestBody.ReadAsync(request.BodyReader, CancellationToken.None);
        T? value;
        List<ErrorDetail>? details = null;
        try
        {
            value = Read(RequestBody.InOnePiece(body), request.Headers, read, ref details);
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

    private static T? Read<T>(ReadOnlyMemory<byte> body, IHeaderDictionary headers, Reading<T> read, ref List<ErrorDetail>? details)
        where T : class
    {
        var key = IdempotencyKey.Read(headers, ref details);
        using var document = StrictJson.TryParse(body, out var fault);
        if (document is null || document.RootElement.ValueKind != JsonValueKind.Object)
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
