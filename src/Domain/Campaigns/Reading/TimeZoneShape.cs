using System.Diagnostics.CodeAnalysis;
using System.Security;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>An IANA time zone id, in its own letter case.</summary>
internal sealed class TimeZoneShape() : Shape<string>("Write an IANA time zone id such as \"Europe/Berlin\" or \"UTC\".")
{
    public static readonly TimeZoneShape Instance = new();

    private const int MaxLength = 64;

    // In the database's directory, but no zones of a campaign: the machine's own, and the ones that count leap seconds.
    private static readonly string[] NoZones = ["localtime", "posixrules", "Factory"];
    private static readonly string[] NoFolders = ["posix/", "right/"];

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out string value) =>
        JsonText.TryGet(element, out value) && IsId(value) && IsKnown(value);

    // .NET makes a file name of the id, so nothing that could leave the directory gets that far.
    private static bool IsId(string text) =>
        text.Length is > 0 and <= MaxLength
        && char.IsAsciiLetter(text[0])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+')
        && !NoZones.Contains(text)
        && !NoFolders.Any(folder => text.StartsWith(folder, StringComparison.Ordinal));

    private static bool IsKnown(string id)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(id).Id == id;
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException)
        {
            return false;
        }
    }
}
