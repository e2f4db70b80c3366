using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Admin;

/// <summary>Reads a request of an operator, or refuses it with everything that is wrong with it.</summary>
internal static class AdminBody
{
    private static readonly byte[] NoMembers = [(byte)'{', (byte)'}'];

    /// <param name="read">Gets the members and the idempotency key, and asks for all members that there are.</param>
    /// <returns>What <paramref name="read"/> made of it, or null when the refusal has been written.</returns>
    /// <exception cref="BadHttpRequestException">The body is too large, too slow, or cut off.</exception>
    public static Task<T?> ReadAsync<T>(HttpContext context, Func<StrictObject, string?, T?> read) where T : class =>
        ReadAsync(context, read, mayBeEmpty: false);

    /// <summary>For requests that say everything with their path: no body, or an object without members.</summary>
    /// <returns>False when the refusal has been written.</returns>
    public static async Task<bool> ReadNothingAsync(HttpContext context) =>
        await ReadAsync(context, (members, _) => members, mayBeEmpty: true) is not null;

    private static async Task<T?> ReadAsync<T>(HttpContext context, Func<StrictObject, string?, T?> read, bool mayBeEmpty) where T : class
    {
        var request = context.Request;
        if (!ContentTypes.IsJson(request))
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.UnsupportedMediaType);
            return null;
        }

        List<ErrorDetail>? details = null;
        var key = IdempotencyKey.Read(request.Headers, ref details);
        var body = await RequestBody.ReadAsync(request.BodyReader, CancellationToken.None);
        var bytes = body.IsEmpty && mayBeEmpty ? NoMembers : RequestBody.InOnePiece(body);
        var value = Read(bytes, details ??= [], members => read(members, key));
        request.BodyReader.AdvanceTo(body.End);
        if (details.Count == 0)
            return value;
        await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidBody, details);
        return null;
    }

    private static T? Read<T>(ReadOnlyMemory<byte> body, List<ErrorDetail> details, Func<StrictObject, T?> read) where T : class
    {
        using var document = StrictJson.TryParse(body, out var fault);
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
