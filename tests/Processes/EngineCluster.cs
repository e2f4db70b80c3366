using System.Security.Cryptography;
using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Processes.Tests;

/// <summary>Silos and gateways as processes on loopback, with journal and membership in one Azurite.</summary>
internal sealed class EngineCluster : IAsyncDisposable
{
    private readonly string _name;
    private readonly TempDirectory _directory = new();

    private EngineCluster(Azurite azurite, string name)
    {
        (_name, Azurite) = (name, azurite);
        MasterKey = RandomNumberGenerator.GetBytes(32);
    }

    public Azurite Azurite { get; }

    public byte[] MasterKey { get; }

    public string JournalTable => $"Journal{_name}";

    public string ClusterId => $"cluster-{_name}";

    public IReadOnlyList<Member> Silos { get; private set; } = [];

    public IReadOnlyList<Member> Gateways { get; private set; } = [];

    /// <summary>The silos' ports for each other, in the order of <see cref="Silos"/>.</summary>
    public IReadOnlyList<int> SiloPorts { get; private set; } = [];

    /// <param name="name">Letters and digits: tells apart clusters in one account.</param>
    /// <param name="campaigns">Slugs and definitions of the demo app's campaigns.</param>
    public static async Task<EngineCluster> StartAsync(
        Azurite azurite, string name, int silos, int gateways, IReadOnlyDictionary<string, string> campaigns)
    {
        var cluster = new EngineCluster(azurite, name);
        var definitions = Directory.CreateDirectory(Path.Combine(cluster._directory.Path, "campaigns")).FullName;
        foreach (var (slug, definition) in campaigns)
            await File.WriteAllTextAsync(Path.Combine(definitions, $"{slug}.json"), definition);

        var ports = Ports.FindFree(3 * silos + gateways);
        cluster.SiloPorts = ports[..silos];
        cluster.Silos = [.. Enumerable.Range(0, silos).Select(i => cluster.Silo(ports[i], ports[silos + i], ports[2 * silos + i]))];
        cluster.Gateways = [.. ports[(3 * silos)..].Select(port => cluster.Gateway(port, definitions))];
        try
        {
            foreach (var silo in cluster.Silos)
                silo.Start();
            foreach (var silo in cluster.Silos)
                await silo.ReadyAsync();
            foreach (var gateway in cluster.Gateways)
                gateway.Start();
            foreach (var gateway in cluster.Gateways)
                await gateway.ReadyAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var member in Gateways.Concat(Silos))
            await member.DisposeAsync();
        _directory.Dispose();
    }

    private Member Silo(int siloPort, int gatewayPort, int port) => Member(
        EngineProcess.Silo, port,
        "--Orleans:Endpoints:AdvertisedIPAddress=127.0.0.1",
        $"--Orleans:Endpoints:SiloPort={siloPort}",
        $"--Orleans:Endpoints:GatewayPort={gatewayPort}");

    private Member Gateway(int port, string definitions) => Member(
        EngineProcess.Gateway, port, "--Gateway:Mode=Client", $"--Demo:Campaigns={definitions}", "--RateLimit:Enabled=false", AdminClient.Setting);

    private Member Member(string program, int port, params string[] more) => new(
        program, _directory.Path, new Uri($"http://127.0.0.1:{port}"),
        [
            "--Journal:Provider=AzureTables",
            $"--Journal:ConnectionString={Azurite.ConnectionString}",
            $"--Journal:TableName={JournalTable}",
            "--Orleans:Clustering:ProviderType=AzureTableStorage",
            $"--Orleans:Clustering:ConnectionString={Azurite.ConnectionString}",
            $"--Orleans:ClusterId={ClusterId}",
            $"--Campaigns:MasterKey={Convert.ToBase64String(MasterKey)}",
            .. more,
        ]);
}
