using System.Text;
using System.Text.Json;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Attacks;

/// <summary>Requests that arrive at once, as nearly as a client can make them.</summary>
internal static class Bursts
{
    /// <summary>
    /// Dealt out to connections. Each sends all of its requests in one packet, but for the last byte; the last bytes
    /// follow when everything else is there.
    /// </summary>
    public static async Task<IReadOnlyList<RawAnswer>> SendAsync(Uri address, int connections, IReadOnlyList<byte[]> requests)
    {
        var opened = new List<RawConnection>();
        try
        {
            var packets = requests.Chunk(requests.Count / connections).ToList();
            foreach (var packet in packets)
            {
                opened.Add(await RawConnection.OpenAsync(address));
                await opened[^1].WriteAsync(packet.SelectMany(bytes => bytes).SkipLast(1).ToArray());
            }

            await Task.WhenAll(opened.Zip(packets, (connection, packet) => connection.WriteAsync(packet[^1].AsMemory()[^1..])));
            var answers = await Task.WhenAll(opened.Zip(packets, (connection, packet) => ReadAsync(connection, packet.Length)));
            return [.. answers.SelectMany(some => some)];
        }
        finally
        {
            opened.ForEach(connection => connection.Dispose());
        }
    }

    public static byte[] Post(string path, string body, string? idempotencyKey = null) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: x\r\nX-API-Secret: {TestKeys.Test}\r\nContent-Type: application/json\r\n" +
        (idempotencyKey is null ? "" : $"Idempotency-Key: {idempotencyKey}\r\n") +
        $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public static JsonElement Data(this RawAnswer answer) => JsonDocument.Parse(answer.Body).RootElement.GetProperty("data");

    private static async Task<IReadOnlyList<RawAnswer>> ReadAsync(RawConnection connection, int count)
    {
        var answers = new List<RawAnswer>();
        while (answers.Count < count)
            answers.Add(await connection.ReadAnswerAsync() ?? throw new EndOfStreamException("A request was not answered."));
        return answers;
    }
}
