using CampaignEngine.Gateway.Requests;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CampaignEngine.Gateway;

/// <summary>What the server puts up with.</summary>
internal static class ServerSettings
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static void Configure(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = RequestBody.MaxBytesOnTheWire;
        server.Limits.MaxConcurrentConnections = 20_000;
        // A user id of 255 characters of four bytes, percent-encoded, takes 3 KiB of the line's 8.
        server.Limits.MaxRequestLineSize = 8 * 1024;
        server.Limits.MaxRequestHeaderCount = 64;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
