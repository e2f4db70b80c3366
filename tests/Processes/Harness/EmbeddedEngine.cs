using System.Net;
using System.Security.Cryptography;
using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>A gateway process with its silo and a RocksDB journal, which outlives it.</summary>
internal sealed class EmbeddedEngine : IAsyncDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly byte[] _masterKey = RandomNumberGenerator.GetBytes(32);

    private EmbeddedEngine()
    {
        var definitions = Directory.CreateDirectory(_directory["campaigns"]).FullName;
        File.WriteAllText(Path.Combine(definitions, $"{FaultCampaign.Slug}.json"), FaultCampaign.Definition);
        JournalPath = Directory.CreateDirectory(_directory["journal"]).FullName;
        Gateway = new Member(
            EngineProcess.Gateway, _directory.Path, new Uri($"http://{IPAddress.Loopback}:{Ports.FindFree(1)[0]}"),
            [
                $"--Journal:Path={JournalPath}", $"--Demo:Campaigns={definitions}", "--RateLimit:Enabled=false",
                $"--Campaigns:MasterKey={Convert.ToBase64String(_masterKey)}", AdminClient.Setting,
            ]);
    }

    public Member Gateway { get; }

    public string JournalPath { get; }

    /// <summary>What the journal lies on; null when that is no disk of its own.</summary>
    public SmallDisk? Disk { get; private set; }

    /// <summary>What the process says last.</summary>
    public string LastWords => string.Join(Environment.NewLine, Gateway.Output.Split(Environment.NewLine).TakeLast(5));

    /// <param name="onOwnDisk">The journal gets a disk of its own where one may be mounted.</param>
    public static async Task<EmbeddedEngine> StartAsync(bool onOwnDisk = false)
    {
        var engine = new EmbeddedEngine();
        if (onOwnDisk)
            engine.Disk = await SmallDisk.MountAsync(engine.JournalPath);
        try
        {
            await engine.Gateway.StartAndWaitAsync();
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the process, which must end well, and waits until it finished what it owed; then reads its journal.</summary>
    public async Task<Evidence> StopAsync()
    {
        const int Starts = 20;
        for (var start = 1; ; start++)
        {
            var exit = await Gateway.TerminateAsync();
            if (exit != 0)
                throw new InvalidOperationException($"The process ended with {exit}:{Environment.NewLine}{Gateway.Output}");
            var evidence = Evidence.Of(RocksDbJournal.Open(new RocksDbJournalOptions { Path = JournalPath }), _masterKey);
            if (start == Starts || (await evidence.PendingAsync(FaultCampaign.Slug)).Count == 0)
                return evidence;
            await evidence.DisposeAsync();
            await Gateway.StartAndWaitAsync();
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        if (Disk is { } disk)
            await disk.DisposeAsync();
        _directory.Dispose();
    }
}
