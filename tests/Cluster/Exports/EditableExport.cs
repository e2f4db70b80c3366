using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Exports;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Entries;
using EntryCodec = CampaignEngine.Grains.Streams.EntryCodec;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Cluster.Tests.Exports;

/// <summary>
/// An export in the hands of somebody who changes it: by hand, or with all that follows from a change (bytes, chains,
/// footer), as only whoever has the engine's storage could.
/// </summary>
internal sealed class EditableExport(string export, EntryCodec codec)
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public List<JsonObject> Lines { get; } = [.. export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    public Stream ToStream() => new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Lines.Select(line => line.ToJsonString())) + "\n"));

    /// <summary>The first entry that is so.</summary>
    public JsonObject First<T>(Func<T, bool>? isSo = null) where T : class =>
        Lines.First(line => line["raw"] is not null && Decode(line) is T entry && (isSo is null || isSo(entry)));

    /// <summary>Another entry in place of one, with its readable form.</summary>
    public JsonObject Forge<T>(JsonObject line, Func<T, T> change) where T : class
    {
        var changed = change((T)Decode(line));
        line["raw"] = Convert.ToBase64String(Encode(changed).Span);
        line["entry"] = JsonNode.Parse(Show(changed));
        return line;
    }

    /// <summary>Makes versions, chains and footer those of the entries.</summary>
    public void Reseal()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var campaign = CampaignOf(Lines[0]["header"]!);
        var entries = Lines.Where(line => line["stream"] is not null).ToList();
        foreach (var stream in entries.GroupBy(line => ((string)line["stream"]!, (string?)line["ref"])))
        {
            var (chain, version) = (default(ChainHash), 0L);
            foreach (var line in stream)
            {
                line["version"] = ++version;
                chain = line["raw"] is { } raw
                    ? EntryChain.Next(chain, IdOf(campaign, line), version, TimeOf(line).UtcTicks, Convert.FromBase64String((string)raw!), PersonalHashOf(line))
                    : ChainOf(line);
                line["chain"] = chain.ToString();
            }

            digest.AppendData(Convert.FromHexString(chain.ToString()));
        }

        var footer = Lines[^1]["footer"]!;
        footer["campaignEntries"] = entries.Count(line => (string)line["stream"]! == "campaign");
        footer["poolEntries"] = entries.Count(line => (string)line["stream"]! == "pool");
        footer["participantEntries"] = entries.Count(line => (string)line["stream"]! == "participant");
        footer["participants"] = entries.Select(line => (string?)line["ref"]).OfType<string>().Distinct().Count();
        footer["digest"] = Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    /// <summary>As findings name it.</summary>
    public static string NameOf(JsonObject line) => line["ref"] is { } participant ? $"participant {participant}" : (string)line["stream"]!;

    public static long VersionOf(JsonObject line) => (long)line["version"]!;

    public object Decode(JsonObject line)
    {
        var raw = Convert.FromBase64String((string)line["raw"]!);
        return (string)line["stream"]! switch
        {
            "campaign" => codec.Decode<StoredCampaignEntry>(raw),
            "pool" => codec.Decode<StoredPoolEntry>(raw),
            _ => codec.Decode<StoredParticipantEntry>(raw),
        };
    }

    private ReadOnlyMemory<byte> Encode(object entry) => entry switch
    {
        StoredCampaignEntry of => codec.Encode(of),
        StoredPoolEntry of => codec.Encode(of),
        StoredParticipantEntry of => codec.Encode(of),
        _ => throw new ArgumentException("No entry.", nameof(entry)),
    };

    private static string Show(object entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
            EntryJson.Write(json, entry);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static CampaignId CampaignOf(JsonNode header) => new(
        Guid.Parse((string)header["app"]!), Enum.Parse<CampaignEnvironment>((string)header["environment"]!, ignoreCase: true), Guid.Parse((string)header["campaign"]!));

    private static StreamId IdOf(CampaignId campaign, JsonObject line) => (string)line["stream"]! switch
    {
        "campaign" => StreamNames.Campaign(campaign),
        "pool" => StreamNames.PrizePool(campaign),
        _ => StreamNames.Participant(campaign, new(UInt128.Parse((string)line["ref"]!, NumberStyles.HexNumber))),
    };

    private static DateTimeOffset TimeOf(JsonObject line) => DateTimeOffset.Parse((string)line["time"]!, CultureInfo.InvariantCulture);

    private static byte[] PersonalHashOf(JsonObject line) => line["personalHash"] is { } hash ? Convert.FromHexString((string)hash!) : [];

    private static ChainHash ChainOf(JsonObject line)
    {
        var digits = (string)line["chain"]!;
        return new ChainHash(UInt128.Parse(digits[..32], NumberStyles.HexNumber), UInt128.Parse(digits[32..], NumberStyles.HexNumber));
    }
}
