using System.Buffers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using Microsoft.AspNetCore.Http.Features;

namespace CampaignEngine.Gateway.Events;

/// <summary>Turns a request into events, each with what is wrong with it, or refuses all of it for its envelope.</summary>
public sealed class BatchReader(EventReader events)
{
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <returns>In the order in which they were sent, or null when the refusal has been written.</returns>
    /// <exception cref="BadHttpRequestException">The body is too large, too slow, or cut off.</exception>
    public async ValueTask<IReadOnlyList<EventReading>?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!ContentTypes.IsJson(request))
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.UnsupportedMediaType);
            return null;
        }

        // The server counts the framing of chunks too.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = 2 * MaxBytes;
        var body = await RequestBody.ReadAsync(request.BodyReader, CancellationToken.None, MaxBytes);
        // What is read of it is copied, so that the bytes may go back.
        var bytes = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(bytes);
            if (Read(bytes.AsMemory(0, (int)body.Length), out var fault) is { } readings)
                return readings;
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidBody, [fault!]);
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private EventReading[]? Read(ReadOnlyMemory<byte> body, out ErrorDetail? fault)
    {
        if (BatchEnvelope.Find(body.Span, out fault) is not { } items)
            return null;
        var readings = new EventReading[items.Count];
        for (var i = 0; i < readings.Length; i++)
            readings[i] = events.ReadItem(body[items[i]]);
        return readings;
    }
}
