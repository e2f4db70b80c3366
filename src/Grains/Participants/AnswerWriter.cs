using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CampaignEngine.Grains.Participants;

/// <summary>Writes an answer's <c>data</c> as UTF-8 JSON: with one writer for each thread, because every event has one.</summary>
internal static class AnswerWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? t_json;

    /// <summary>A writer that has begun an object, to be handed to <see cref="End"/> by the same method.</summary>
    public static Utf8JsonWriter Begin()
    {
        var buffer = t_buffer ??= new ArrayBufferWriter<byte>(512);
        buffer.ResetWrittenCount();
        var json = t_json ??= new Utf8JsonWriter(buffer, Options);
        json.Reset(buffer);
        json.WriteStartObject();
        return json;
    }

    public static byte[] End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.Flush();
        return t_buffer!.WrittenSpan.ToArray();
    }
}
