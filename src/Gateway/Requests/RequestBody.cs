using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace CampaignEngine.Gateway.Requests;

/// <summary>Reads a whole body of bounded size; Kestrel bounds how slowly it may come.</summary>
public static class RequestBody
{
    public const int MaxBytes = 256 * 1024;

    /// <summary>Kestrel counts the framing of chunks too, so its own limit leaves room for that.</summary>
    public const int MaxBytesOnTheWire = 2 * MaxBytes;

    /// <summary>The buffer is the reader's own memory: the caller advances past it when it has what it needs.</summary>
    /// <exception cref="BadHttpRequestException">Too large, too slow, or cut off.</exception>
    public static async ValueTask<ReadOnlySequence<byte>> ReadAsync(
        PipeReader reader, CancellationToken cancellationToken, int maxBytes = MaxBytes)
    {
        while (true)
        {
            var result = await ReadMoreAsync(reader, cancellationToken);
            if (result.Buffer.Length > maxBytes)
            {
                // Or the server could not skip the rest, and would log an error.
                reader.AdvanceTo(result.Buffer.End);
                throw new BadHttpRequestException("Request body too large.", StatusCodes.Status413PayloadTooLarge);
            }

            if (result.IsCompleted)
                return result.Buffer;
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <summary>The server has no name of its own for every fault in the framing of chunks.</summary>
    private static async ValueTask<ReadResult> ReadMoreAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (IOException exception) when (exception is not (BadHttpRequestException or ConnectionResetException))
        {
            throw new BadHttpRequestException("The request body is badly framed.", StatusCodes.Status400BadRequest, exception);
        }
    }

    /// <summary>The whole body as bytes of its own.</summary>
    /// <exception cref="BadHttpRequestException">Too large, too slow, or cut off.</exception>
    public static async ValueTask<byte[]> CopyAsync(HttpRequest request, int maxBytes = MaxBytes)
    {
        var body = await ReadAsync(request.BodyReader, CancellationToken.None, maxBytes);
        try
        {
            return body.ToArray();
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    /// <summary>The bytes in one piece; copied only when the body came in several.</summary>
    public static ReadOnlyMemory<byte> InOnePiece(in ReadOnlySequence<byte> body) =>
        body.IsSingleSegment ? body.First : body.ToArray();
}
