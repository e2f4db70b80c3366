using System.Net.Sockets;
using System.Text;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>Sends what no HTTP client would.</summary>
internal static class RawHttp
{
    /// <summary>The whole answer as text. The request must ask for the connection to be closed.</summary>
    public static async Task<string> SendAsync(Uri address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
