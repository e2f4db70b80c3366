using CampaignEngine.Gateway.Requests;
using CampaignEngine.Hosting.Starting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CampaignEngine.Gateway;

/// <summary>Where the server listens and what it puts up with.</summary>
internal static class ServerSettings
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    private const string UrlsKey = "urls";

    /// <summary>Any of these means that somebody has decided where to listen.</summary>
    private static readonly string[] AddressKeys = [UrlsKey, "http_ports", "https_ports", "Kestrel:Endpoints"];

    public static void Apply(WebApplicationBuilder builder, StartProblems problems)
    {
        if (!AddressKeys.Any(key => builder.Configuration.GetSection(key).Exists()))
            builder.Configuration[UrlsKey] = DefaultUrl;
        foreach (var url in (builder.Configuration[UrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            CheckUrl(url, problems);
        builder.WebHost.ConfigureKestrel(Configure);
    }

    private static void CheckUrl(string url, StartProblems problems)
    {
        try
        {
            BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            problems.Add($"urls holds \"{url}\", which is not an address to listen on. Write, for example, {DefaultUrl}.");
        }
    }

    private static void Configure(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = RequestBody.MaxBytes;
        server.Limits.MaxConcurrentConnections = 20_000;
        // A user id of 255 characters of four bytes, percent-encoded, takes 3 KiB of the line's 8.
        server.Limits.MaxRequestLineSize = 8 * 1024;
        server.Limits.MaxRequestHeaderCount = 64;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
