using System.Net.Sockets;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>One connection for requests that no HTTP client would send, one after another.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TcpClient _client;
    private readonly NetworkStream _stream;
    private readonly RawReader _reader;

    private RawConnection(TcpClient client)
    {
        _client = client;
        _stream = client.GetStream();
        _reader = new RawReader(_stream);
    }

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        // Ends with a reset, so that thousands of them leave no port waiting.
        var client = new TcpClient { NoDelay = true, LingerState = new LingerOption(enable: true, seconds: 0) };
        await client.ConnectAsync(address.Host, address.Port);
        return new RawConnection(client);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes).AsTask().WaitAsync(Patience);

    /// <summary>No more comes: whoever waits for the rest of a body learns that there is none.</summary>
    public void EndWriting() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <returns>Null when the other side closed the connection instead.</returns>
    public async Task<RawAnswer?> ReadAnswerAsync(bool isHead = false)
    {
        try
        {
            return await RawAnswer.ReadAsync(_reader, isHead).WaitAsync(Patience);
        }
        catch (IOException exception) when (exception.InnerException is SocketException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _client.Dispose();
    }
}
