using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CampaignEngine.Processes.Tests.Harness;

internal enum Weather
{
    Clear,

    /// <summary>Connections break, and new ones are closed at once.</summary>
    Cut,

    /// <summary>Bytes are held back for up to a second.</summary>
    Slow,

    /// <summary>Requests arrive; their answers are thrown away.</summary>
    Deaf,
}

/// <summary>A TCP proxy on a port of loopback, in front of another, that can be a bad network.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private const int BufferBytes = 16 * 1024;
    private const int MaxDelayMilliseconds = 1000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _sockets = new();
    private readonly Uri _target;
    private readonly Task _accepting;
    private volatile Weather _weather;

    public CuttingProxy(Uri target)
    {
        _target = target;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Connections that lived through bad weather end with it: what they carried is not whole.</summary>
    public void Change(Weather weather)
    {
        var before = _weather;
        _weather = weather;
        if (weather == Weather.Cut || before == Weather.Deaf)
        {
            foreach (var socket in _sockets.Keys)
                Break(socket);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Change(Weather.Cut);
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await _listener.AcceptSocketAsync();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = CarryAsync(client);
        }
    }

    private async Task CarryAsync(Socket client)
    {
        var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        (_sockets[client], _sockets[server]) = (true, true);
        try
        {
            if (_weather == Weather.Cut)
                return;
            await server.ConnectAsync(_target.Host, _target.Port);
            await Task.WhenAny(PumpAsync(client, server, isAnswer: false), PumpAsync(server, client, isAnswer: true));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The engine is down: its clients see a connection that ends.
        }
        finally
        {
            Break(client);
            Break(server);
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool isAnswer)
    {
        var buffer = new byte[BufferBytes];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                if (_weather == Weather.Slow)
                    await Task.Delay(Random.Shared.Next(MaxDelayMilliseconds));
                if (_weather != Weather.Deaf || !isAnswer)
                    await SendAsync(to, buffer.AsMemory(0, count));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // One end is gone; the other follows.
        }
    }

    private static async Task SendAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await to.SendAsync(bytes)..];
    }

    private void Break(Socket socket)
    {
        if (_sockets.TryRemove(socket, out _))
            socket.Close(0);
    }
}
