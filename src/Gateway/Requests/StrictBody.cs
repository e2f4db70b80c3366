using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;

namespace CampaignEngine.Gateway.Requests;

/// <summary>
/// Reads the bodies of part two of the contract: one JSON object, in which unknown members are errors. What is wrong
/// with a request is answered here, all at once.
/// </summary>
public static class StrictBody
{
    private static readonly byte[] NoMembers = [(byte)'{', (byte)'}'];

    /// <param name="read">Asks for all members that there are; what it returns counts only when it found nothing wrong.</param>
    /// <param name="mayBeEmpty">Whether no body is as good as an object without members.</param>
    /// <param name="refusal">What the refusal is called; invalid_request_body unless told.</param>
    /// <returns>What <paramref name="read"/> made of it, or null when the refusal has been written.</returns>
    /// <exception cref="BadHttpRequestException">The body is too large, too slow, or cut off.</exception>
    public static Task<T?> ReadAsync<T>(
        HttpContext context, Func<StrictObject, T?> read, bool mayBeEmpty = false, ApiError? refusal = null, int maxBytes = RequestBody.MaxBytes)
        where T : class =>
        ReadAsync(context, (members, _) => read(members), mayBeEmpty, refusal, maxBytes);

    /// <param name="read">Gets the members and the idempotency key.</param>
    /// <inheritdoc cref="ReadAsync{T}(HttpContext, Func{StrictObject, T}, bool, ApiError, int)"/>
    public static async Task<T?> ReadAsync<T>(
        HttpContext context, Func<StrictObject, string?, T?> read, bool mayBeEmpty = false, ApiError? refusal = null, int maxBytes = RequestBody.MaxBytes)
        where T : class
    {
        var request = context.Request;
        List<ErrorDetail>? details = null;
        var key = IdempotencyKey.Read(request.Headers, ref details);
        details ??= [];
        T? value = null;
        var body = await RequestBody.ReadAsync(request.BodyReader, CancellationToken.None, maxBytes);
        var isReadable = (mayBeEmpty && body.IsEmpty) || ContentTypes.IsJson(request);
        try
        {
            if (isReadable)
                value = Read(RequestBody.InOnePiece(body), details, members => read(members, key), mayBeEmpty);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }

        if (isReadable && details.Count == 0)
            return value;
        await (isReadable
            ? ErrorAnswer.WriteAsync(context, refusal ?? ErrorCatalog.InvalidBody, details)
            : ErrorAnswer.WriteAsync(context, ErrorCatalog.UnsupportedMediaType));
        return null;
    }

    /// <summary>For requests that say everything with their path: no body, or an object without members.</summary>
    /// <returns>False when the refusal has been written.</returns>
    public static async Task<bool> ReadNothingAsync(HttpContext context, ApiError? refusal = null) =>
        await ReadAsync(context, members => members, mayBeEmpty: true, refusal) is not null;

    /// <returns>Counts only when no detail was added.</returns>
    public static T? Read<T>(ReadOnlyMemory<byte> body, List<ErrorDetail> details, Func<StrictObject, T?> read, bool mayBeEmpty = false)
        where T : class
    {
        using var document = StrictJson.TryParse(mayBeEmpty && body.IsEmpty ? NoMembers : body, out var fault);
        if (document is null)
        {
            details.Add(fault!);
            return null;
        }

        if (StrictObject.Of(document.RootElement, "", details) is not { } members)
            return null;
        var value = read(members);
        members.RefuseOthers();
        return value;
    }
}
