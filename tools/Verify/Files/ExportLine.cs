using System.Globalization;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Journal;

namespace CampaignEngine.Verify.Files;

/// <summary>A line of an export that is an entry.</summary>
/// <param name="Ref">The participantRef; 0 for the other streams.</param>
/// <param name="Raw">Null when the line has none.</param>
/// <param name="PersonalHash">Empty when there is none.</param>
internal sealed record ExportLine(
    StreamKind Kind, UInt128 Ref, long Version, DateTimeOffset Time, JsonElement Entry, byte[]? Raw, byte[] PersonalHash, ChainHash Chain)
{
    /// <summary>The stream's name in findings.</summary>
    public string StreamName => NameOf(Kind, Ref);

    public static string NameOf(StreamKind kind, UInt128 participant) => kind switch
    {
        StreamKind.Campaign => "campaign",
        StreamKind.PrizePool => "pool",
        _ => $"participant {participant:x32}",
    };

    /// <exception cref="Exception">Whatever <see cref="Json.IsUnexpected"/> knows.</exception>
    public static ExportLine Read(JsonElement line)
    {
        var kind = line.GetProperty("stream").GetString() switch
        {
            "campaign" => StreamKind.Campaign,
            "pool" => StreamKind.PrizePool,
            "participant" => StreamKind.Participant,
            _ => throw new FormatException("No stream of an export has this name."),
        };
        var chain = line.GetProperty("chain").GetString()!;
        return new ExportLine(
            kind,
            kind == StreamKind.Participant ? Hex(line.GetProperty("ref").GetString()!) : 0,
            line.GetProperty("version").GetInt64(),
            Rfc3339.TryParse(line.GetProperty("time").GetString()!, out var time) ? time.ToUniversalTime() : throw new FormatException("No time."),
            line.GetProperty("entry"),
            line.TryGetProperty("raw", out var raw) ? raw.GetBytesFromBase64() : null,
            line.TryGetProperty("personalHash", out var hash) ? Convert.FromHexString(hash.GetString()!) : [],
            chain.Length == 64 ? new ChainHash(Hex(chain[..32]), Hex(chain[32..])) : throw new FormatException("No chain."));
    }

    private static UInt128 Hex(string digits) =>
        digits.Length == 32 ? UInt128.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : throw new FormatException("Not 32 digits.");
}
