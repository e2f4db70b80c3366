using CampaignEngine.Gateway.Requests;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CampaignEngine.Gateway;

/// <summary>
/// What the server puts up with. Together these bound what a client costs before anybody knows who it is; from there on
/// <see cref="Admission.AdmissionGate"/> does.
/// </summary>
internal static class ServerSettings
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>A hundred connections that send as slowly as they may bring 400 KiB/s: no backend is that slow, only who means to be.</summary>
    private const double MinBytesPerSecond = 4 * 1024;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static void Configure(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        var limits = server.Limits;
        ConfigureConnections(limits);
        ConfigureRequests(limits);
        ConfigureHttp2(limits.Http2);
    }

    private static void ConfigureConnections(KestrelServerLimits limits)
    {
        // With the buffers below at most 2.5 GiB, if each were filled to the brim.
        limits.MaxConcurrentConnections = 20_000;
        // There is nothing to upgrade to.
        limits.MaxConcurrentUpgradedConnections = 0;
        // Longer than the minute for which load balancers keep theirs: else requests run into a connection that closes.
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MaxRequestBufferSize = 64 * 1024;
        limits.MaxResponseBufferSize = 64 * 1024;
    }

    private static void ConfigureRequests(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = RequestBody.MaxBytesOnTheWire;
        // A user id of 255 characters of four bytes, percent-encoded, takes 3 KiB of the line's 8.
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        // A body on its way and an answer that is not fetched hold a place of the gate.
        limits.MinRequestBodyDataRate = new MinDataRate(MinBytesPerSecond, Grace);
        limits.MinResponseDataRate = new MinDataRate(MinBytesPerSecond, Grace);
    }

    /// <summary>Spoken only where TLS is set up. Floods of resets the server counts itself, and closes the connection.</summary>
    private static void ConfigureHttp2(Http2Limits http2)
    {
        http2.MaxStreamsPerConnection = 100;
        http2.HeaderTableSize = 4 * 1024;
        http2.MaxRequestHeaderFieldSize = 16 * 1024;
        // What a connection and each stream of it may send ahead of being read: the framework's own are 1 MiB and 768 KiB.
        http2.InitialConnectionWindowSize = 256 * 1024;
        http2.InitialStreamWindowSize = 64 * 1024;
        // A client that is gone is noticed while its requests wait.
        http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
    }
}
