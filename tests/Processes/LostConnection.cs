using System.Net.Sockets;

namespace CampaignEngine.Processes.Tests;

internal static class LostConnection
{
    /// <summary>Whether a client only knows that no answer came. A connection that is reset as soon as it is made is a plain SocketException.</summary>
    public static bool Is(Exception exception) => exception is HttpRequestException or TaskCanceledException or IOException or SocketException;
}
