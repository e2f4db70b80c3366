using System.Net;
using System.Net.Sockets;

namespace CampaignEngine.Hosting.Silos;

/// <summary>
/// A port on loopback that is free now. Nothing ever connects to it while there is one silo, but Orleans wants one, and
/// several processes run side by side on one machine.
/// </summary>
internal static class SiloPort
{
    public static int FindFree()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.ExclusiveAddressUse = true;
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
