using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CampaignEngine.Gateway.Demo;

/// <summary>Where the server really listens, known once it does.</summary>
internal sealed class ListenAddresses(IServer server)
{
    public IReadOnlyCollection<string> All => [.. server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    /// <summary>Whether only this machine can reach it.</summary>
    public bool AreLoopback => All is { Count: > 0 } all && all.All(IsLoopback);

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
