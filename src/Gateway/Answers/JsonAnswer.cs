using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CampaignEngine.Gateway.Answers;

/// <summary>Writes <c>{"status":"success","data":…}</c> around data that is JSON already.</summary>
public static class JsonAnswer
{
    public const string ContentType = "application/json; charset=utf-8";

    public const string ReplayedHeader = "Idempotent-Replayed";

    private static ReadOnlySpan<byte> Prefix => "{\"status\":\"success\",\"data\":"u8;

    private static ReadOnlySpan<byte> Suffix => "}"u8;

    public static Task WriteSuccessAsync(HttpResponse response, ReadOnlySpan<byte> data)
    {
        response.ContentType = ContentType;
        response.ContentLength = Prefix.Length + data.Length + Suffix.Length;
        var writer = response.BodyWriter;
        writer.Write(Prefix);
        writer.Write(data);
        writer.Write(Suffix);
        var flush = writer.FlushAsync();
        return flush.IsCompletedSuccessfully ? Task.CompletedTask : flush.AsTask();
    }

    /// <param name="pieces">Of the data, one after another.</param>
    public static Task WriteSuccessAsync(HttpResponse response, IReadOnlyList<ReadOnlyMemory<byte>> pieces)
    {
        var length = Prefix.Length + Suffix.Length;
        foreach (var piece in pieces)
            length += piece.Length;
        response.ContentType = ContentType;
        response.ContentLength = length;
        var writer = response.BodyWriter;
        writer.Write(Prefix);
        foreach (var piece in pieces)
            writer.Write(piece.Span);
        writer.Write(Suffix);
        return writer.FlushAsync().AsTask();
    }

    public static Task WriteSuccessAsync<T>(HttpResponse response, T data, JsonTypeInfo<T> type) =>
        WriteSuccessAsync(response, JsonSerializer.SerializeToUtf8Bytes(data, type));

    /// <summary>Writes a whole document that has no envelope.</summary>
    public static Task WriteAsync(HttpResponse response, byte[] document)
    {
        response.ContentType = ContentType;
        response.ContentLength = document.Length;
        return response.Body.WriteAsync(document).AsTask();
    }
}
