using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Journal;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Grains.Exports;

/// <summary>Writes the lines of an export, whose format is in docs/fairness.md.</summary>
/// <param name="pieceBytes">As many bytes make a piece full.</param>
public sealed class ExportWriter(int pieceBytes) : IDisposable
{
    public const int Format = 1;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _piece = new(pieceBytes + 4096);
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<StreamKind, long> _entries = [];
    private Utf8JsonWriter? _json;
    private long _participants;
    private (StreamKind Kind, ChainHash Chain)? _last;

    public bool IsFull => _piece.WrittenCount >= pieceBytes;

    public void WriteHeader(CampaignId campaign, string slug, DateTimeOffset exportedAt) => WriteLine(json =>
    {
        json.WriteStartObject("header");
        json.WriteNumber("format", Format);
        json.WriteString("app", campaign.App);
        json.WriteString("environment", JsonNamingPolicy.CamelCase.ConvertName(campaign.Environment.ToString()));
        json.WriteString("campaign", campaign.Value);
        json.WriteString("slug", slug);
        json.WriteString("exportedAt", TimeText(exportedAt));
        json.WriteEndObject();
    });

    /// <param name="stored">What the public part decodes to.</param>
    public void WriteEntry(StreamId stream, JournalEntry entry, object stored)
    {
        var json = Begin();
        json.WriteString("stream", NameOf(stream.Kind));
        if (stream.Kind == StreamKind.Participant)
            json.WriteString("ref", stream.Key.ToString("x32", CultureInfo.InvariantCulture));
        json.WriteNumber("version", entry.Version);
        json.WriteString("time", TimeText(entry.Time));
        json.WritePropertyName("entry");
        EntryJson.Write(json, stored);
        if (!EntryJson.HoldsSecrets(stored))
            json.WriteBase64String("raw", entry.Public.Span);
        if (!entry.PersonalHash.IsEmpty)
            json.WriteString("personalHash", Convert.ToHexStringLower(entry.PersonalHash.Span));
        json.WriteString("chain", entry.Chain.ToString());
        End(json);
        _entries[stream.Kind] = _entries.GetValueOrDefault(stream.Kind) + 1;
        _last = (stream.Kind, entry.Chain);
    }

    /// <summary>The next entry is another stream's. Nothing for a stream that had none.</summary>
    public void EndStream()
    {
        if (_last is not { } last)
            return;
        if (last.Kind == StreamKind.Participant)
            _participants++;
        _digest.AppendData(Convert.FromHexString(last.Chain.ToString()));
        _last = null;
    }

    public void WriteFooter() => WriteLine(json =>
    {
        json.WriteStartObject("footer");
        json.WriteNumber("campaignEntries", _entries.GetValueOrDefault(StreamKind.Campaign));
        json.WriteNumber("poolEntries", _entries.GetValueOrDefault(StreamKind.PrizePool));
        json.WriteNumber("participants", _participants);
        json.WriteNumber("participantEntries", _entries.GetValueOrDefault(StreamKind.Participant));
        json.WriteString("digest", Convert.ToHexStringLower(_digest.GetHashAndReset()));
        json.WriteEndObject();
    });

    public byte[] TakePiece()
    {
        var piece = _piece.WrittenSpan.ToArray();
        _piece.ResetWrittenCount();
        return piece;
    }

    public void Dispose()
    {
        _digest.Dispose();
        _json?.Dispose();
    }

    /// <summary>The name that a stream has in an export.</summary>
    public static string NameOf(StreamKind kind) => kind switch
    {
        StreamKind.Campaign => "campaign",
        StreamKind.PrizePool => "pool",
        StreamKind.Participant => "participant",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not exported."),
    };

    /// <summary>All seven decimals, because the chain covers them.</summary>
    public static string TimeText(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        var json = Begin();
        write(json);
        End(json);
    }

    private Utf8JsonWriter Begin()
    {
        if (_json is null)
            _json = new Utf8JsonWriter(_piece, s_options);
        else
            _json.Reset(_piece);
        _json.WriteStartObject();
        return _json;
    }

    private void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.Flush();
        _piece.Write("\n"u8);
    }
}
