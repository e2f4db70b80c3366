using System.Net;
using System.Net.Sockets;
using CampaignEngine.Clustering.AzureTables.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Clustering.AzureTables.Tests.Hosts;

/// <summary>Silos and clients in this process that know their cluster from configuration alone.</summary>
internal sealed class TestHosts(TestTable table) : IAsyncDisposable
{
    /// <summary>Of one host's start; it takes a second or two.</summary>
    private static readonly TimeSpan StartBound = TimeSpan.FromSeconds(60);

    private readonly List<IHost> hosts = [];

    public async Task<IHost> StartSiloAsync(string clusterId)
    {
        var builder = Builder(clusterId);
        builder.Configuration["Orleans:Endpoints:AdvertisedIPAddress"] = "127.0.0.1";
        builder.Configuration["Orleans:Endpoints:SiloPort"] = $"{FreePort()}";
        builder.Configuration["Orleans:Endpoints:GatewayPort"] = $"{FreePort()}";
        builder.UseOrleans();
        return await StartAsync(builder);
    }

    public async Task<IHost> StartClientAsync(string clusterId)
    {
        var builder = Builder(clusterId);
        builder.UseOrleansClient();
        return await StartAsync(builder);
    }

    public async ValueTask DisposeAsync()
    {
        // Clients first, in the reverse of the order in which they came.
        foreach (var host in Enumerable.Reverse(hosts))
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    private HostApplicationBuilder Builder(string clusterId)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Orleans:ClusterId"] = clusterId,
            ["Orleans:ServiceId"] = "tests",
            ["Orleans:Clustering:ProviderType"] = "AzureTableStorage",
            ["Orleans:Clustering:TableName"] = table.Name,
            ["Orleans:Clustering:ConnectionName"] = "storage",
            ["ConnectionStrings:storage"] = table.ConnectionString,
        });
        return builder;
    }

    private async Task<IHost> StartAsync(HostApplicationBuilder builder)
    {
        var host = builder.Build();
        hosts.Add(host);
        using var bound = new CancellationTokenSource(StartBound);
        await host.StartAsync(bound.Token);
        return host;
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
