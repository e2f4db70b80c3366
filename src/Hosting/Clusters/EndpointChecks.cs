using System.Globalization;
using System.Net;
using CampaignEngine.Hosting.Starting;
using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Hosting.Clusters;

/// <summary>Where a silo says that it is: <c>Orleans:Endpoints</c>. Orleans itself would end with a stack trace.</summary>
internal static class EndpointChecks
{
    private const string Section = "Orleans:Endpoints";
    private static readonly string[] Ports = ["SiloPort", "GatewayPort"];
    private static readonly string[] ListeningEndpoints = ["SiloListeningEndpoint", "GatewayListeningEndpoint"];

    public static void Check(IConfiguration configuration, ClusteringOptions clustering, StartProblems problems)
    {
        var endpoints = configuration.GetSection(Section);
        foreach (var name in Ports)
        {
            if (endpoints[name] is { Length: > 0 } port && !ushort.TryParse(port, CultureInfo.InvariantCulture, out _))
                problems.Add($"{Section}:{name} is \"{port}\", which is not a port. Write a number up to 65535.");
        }

        foreach (var name in ListeningEndpoints)
        {
            if (endpoints[name] is { Length: > 0 } endpoint)
                Check(name, endpoint, IPEndPoint.TryParse(endpoint, out var parsed) ? parsed.Address : null, clustering, problems);
        }

        if (endpoints["AdvertisedIPAddress"] is { Length: > 0 } address)
            Check("AdvertisedIPAddress", address, IPAddress.TryParse(address, out var parsed) ? parsed : null, clustering, problems);
    }

    /// <summary>Without a cluster nobody has any business calling the silo, and Orleans' endpoints know no passwords.</summary>
    private static void Check(string name, string text, IPAddress? address, ClusteringOptions clustering, StartProblems problems)
    {
        if (address is null)
            problems.Add($"{Section}:{name} is \"{text}\", which is not an address. Write, for example, 10.0.0.4.");
        else if (!clustering.IsCluster && !IPAddress.IsLoopback(address))
            problems.Add($"{Section}:{name} is {text}, which other machines can reach, but there is no cluster. Write {ClusteringOptions.ProviderName}={ClusteringOptions.AzureTableStorage}, or leave {name} out.");
    }
}
