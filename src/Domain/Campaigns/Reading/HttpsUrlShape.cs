using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>
/// Where a page of the campaign leads to. Printable ASCII, as URLs are on the wire; without user and password, which
/// only serve to make one host look like another.
/// </summary>
internal sealed class HttpsUrlShape() : Shape<string>(
    $"Write a URL that begins with https:// and has at most {MaxLength} characters, without spaces, user and password; "
    + "letters beyond ASCII are percent-encoded, and in the host punycode.")
{
    public const int MaxLength = 500;

    public static readonly HttpsUrlShape Instance = new();

    private const string Scheme = "https://";

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out string value) =>
        JsonText.TryGet(element, out value)
        && value.Length <= MaxLength
        && value.StartsWith(Scheme, StringComparison.Ordinal)
        && value.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0
        && Uri.TryCreate(value, UriKind.Absolute, out var url)
        && url.Host.Length > 0
        && url.UserInfo.Length == 0;
}
