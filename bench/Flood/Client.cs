using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CampaignEngine.Bench.Flood;

/// <summary>One connection that posts events of random users, one after the other. As little as will do, so that the server gets the processors.</summary>
internal sealed class Client(IPEndPoint server, string key) : IDisposable
{
    private const int UserDigits = 7;
    private const string Body = """{"userId":"user_0000000","eventType":"purchase","metadata":{"amount":25,"orderId":"A-1001"}}""";

    private static readonly int DigitsFromEnd = Body.Length - Body.IndexOf("0000000", StringComparison.Ordinal);

    private readonly Socket _socket = new(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[16 * 1024];
    private readonly byte[] _request = Encoding.ASCII.GetBytes(
        $"POST /v1/campaigns/bench-1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + $"X-API-Secret: {key}\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");

    public async Task ConnectAsync(CancellationToken cancellationToken) => await _socket.ConnectAsync(server, cancellationToken);

    /// <returns>The answer's status.</returns>
    public async Task<int> PostAsync(int user, CancellationToken cancellationToken)
    {
        Encoding.ASCII.GetBytes(user.ToString("D7"), _request.AsSpan(_request.Length - DigitsFromEnd, UserDigits));
        await _socket.SendAsync(_request, cancellationToken);
        var read = 0;
        do
        {
            var count = await _socket.ReceiveAsync(_answer.AsMemory(read), cancellationToken);
            if (count == 0)
                throw new IOException("The server closed the connection.");
            read += count;
        }
        while (!IsComplete(_answer.AsSpan(0, read)));
        return int.Parse(_answer.AsSpan("HTTP/1.1 ".Length, 3));
    }

    private static bool IsComplete(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var name = "Content-Length: "u8;
        var at = answer[..end].IndexOf(name);
        var digits = answer[(at + name.Length)..];
        return at >= 0 && answer.Length == end + 4 + int.Parse(digits[..digits.IndexOf((byte)'\r')]);
    }

    public void Dispose() => _socket.Dispose();
}
