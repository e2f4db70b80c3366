using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CampaignEngine.Gateway.Requests;

/// <summary>
/// A position in a list as clients carry it: opaque, and taken only by the list that gave it out, which is the path. The
/// digest is no secret and protects nothing; it lets a cursor of another list, or a made-up one, be told so.
/// </summary>
internal static class PageCursor
{
    private const int DigestLength = 6;

    public static string Of(HttpRequest request, string position) =>
        Base64Url.EncodeToString([.. Digest(request, position), .. Encoding.UTF8.GetBytes(position)]);

    /// <summary>Null when the list did not give it out.</summary>
    public static string? Position(HttpRequest request, string cursor)
    {
        if (!Base64Url.IsValid(cursor, out var length) || length < DigestLength)
            return null;

        var position = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor).AsSpan(DigestLength));
        return Of(request, position) == cursor ? position : null;
    }

    private static ReadOnlySpan<byte> Digest(HttpRequest request, string position) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Path}\n{position}")).AsSpan(0, DigestLength);
}
