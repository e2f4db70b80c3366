using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Exports;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Verify.Files;
using CampaignEngine.Verify.Findings;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace CampaignEngine.Verify;

/// <summary>Reads an entry from its bytes, and holds its readable form against them.</summary>
internal sealed class EntryDecoder(FindingList findings)
{
    private static readonly EntryCodec s_codec = new(new ServiceCollection()
        .AddSerializer(builder => builder.AddAssembly(typeof(EntryCodec).Assembly).AddAssembly(typeof(CampaignKey).Assembly))
        .BuildServiceProvider().GetRequiredService<Serializer>());

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <returns>Null, with a finding, when the bytes are no entry of such a stream.</returns>
    public object? Decode(ExportLine line)
    {
        object entry;
        try
        {
            entry = line.Kind switch
            {
                StreamKind.Campaign => s_codec.Decode<StoredCampaignEntry>(line.Raw),
                StreamKind.PrizePool => s_codec.Decode<StoredPoolEntry>(line.Raw),
                _ => s_codec.Decode<StoredParticipantEntry>(line.Raw),
            };
        }
        catch (JournalDamagedException)
        {
            findings.Add(line.StreamName, line.Version, "has bytes that are no entry of this stream");
            return null;
        }

        if (!IsSame(line, entry))
            findings.Add(line.StreamName, line.Version, "is shown otherwise than its bytes say");
        return entry;
    }

    private bool IsSame(ExportLine line, object entry)
    {
        try
        {
            _buffer.ResetWrittenCount();
            using var json = new Utf8JsonWriter(_buffer, s_options);
            EntryJson.Write(json, entry);
        }
        catch (Exception exception) when (Json.IsUnexpected(exception))
        {
            // Nested JSON that is none.
            return false;
        }

        if (JsonMarshal.GetRawUtf8Value(line.Entry).SequenceEqual(_buffer.WrittenSpan))
            return true;
        using var document = JsonDocument.Parse(_buffer.WrittenMemory);
        return JsonElement.DeepEquals(line.Entry, document.RootElement);
    }
}
