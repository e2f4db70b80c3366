using System.Net;
using System.Net.Sockets;

namespace CampaignEngine.Processes.Tests;

internal static class Ports
{
    /// <summary>Ports of loopback that are free now, all different: they are found while the others are held.</summary>
    public static int[] FindFree(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }
}
