using System.Collections.Concurrent;
using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Grains;
using CampaignEngine.Grains.Codes;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Secrets;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace CampaignEngine.Cluster.Tests;

/// <summary>
/// A test cluster over a journal. Two of them over one journal are two activations of each grain, which one cluster's
/// directory would never make.
/// </summary>
internal sealed class Engine : IAsyncDisposable
{
    private const string HarnessSetting = "Engine:Harness";

    private static readonly ConcurrentDictionary<string, Harness> s_harnesses = new();

    private readonly TestCluster _cluster;
    private readonly string _harness;

    private Engine(TestCluster cluster, string harness) => (_cluster, _harness) = (cluster, harness);

    public static readonly Guid App = Guid.Parse("11111111-1111-1111-1111-111111111111");

    public static readonly MasterKey MasterKey = MasterKey.Generate();

    /// <summary>Hears the name of each method that a grain of this engine calls on another, before the call goes out.</summary>
    public Action<string>? OnGrainCall
    {
        set => s_harnesses[_harness].OnGrainCall = value;
    }

    public IGrainFactory Grains => _cluster.GrainFactory;

    public ICampaignDirectory Directory => Service<ICampaignDirectory>();

    public CodeBook CodeBook => Service<CodeBook>();

    public CodeLookup CodeLookup => Service<CodeLookup>();

    public EntryCodec Codec => Service<EntryCodec>();

    public static async Task<Engine> StartAsync(IJournal journal, TimeProvider? time = null, short silos = 1)
    {
        var harness = Guid.NewGuid().ToString();
        s_harnesses[harness] = new Harness(journal, time ?? TimeProvider.System);
        var builder = new TestClusterBuilder(silos);
        builder.ConfigureHostConfiguration(configuration =>
            configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(HarnessSetting, harness)]));
        builder.AddSiloBuilderConfigurator<SiloConfigurator>();
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new Engine(cluster, harness);
    }

    /// <summary>Creates and activates a campaign in the test environment.</summary>
    public async Task<CampaignId> CreateCampaignAsync(string definition, string slug = "summer-promo")
    {
        var id = await DraftCampaignAsync(definition, slug);
        Assert.Equal(CampaignReplyStatus.Done, (await Campaign(id).Activate()).Status);
        return id;
    }

    /// <summary>Creates a campaign that is to be activated yet.</summary>
    public async Task<CampaignId> DraftCampaignAsync(string definition, string slug)
    {
        var registry = Grains.GetGrain<IRegistryGrain>(0);
        await registry.CreateApp(App, "tests");
        var id = new CampaignId(App, CampaignEnvironment.Test, await registry.ReserveSlug(App, CampaignEnvironment.Test, slug));
        var campaign = Campaign(id);
        var defined = await campaign.Define(slug, Encoding.UTF8.GetBytes(definition));
        Assert.True(defined.Status == CampaignReplyStatus.Done, string.Join('\n', defined.Errors));
        return id;
    }

    public ICampaignGrain Campaign(CampaignId id) => Grains.GetGrain<ICampaignGrain>(CampaignKey.Format(id));

    public IPrizePoolGrain Pool(CampaignId id) => Grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(id));

    public IPrizeCodesGrain Codes(CampaignId id) => Grains.GetGrain<IPrizeCodesGrain>(CampaignKey.Format(id));

    public async Task<ParticipantRef> RefAsync(CampaignId id, string userId) =>
        (await Directory.FindCampaignAsync(id))!.RefOf(userId);

    public async Task<IParticipantGrain> ParticipantAsync(CampaignId id, string userId) =>
        Grains.GetGrain<IParticipantGrain>(ParticipantKey.Format(id, await RefAsync(id, userId)));

    public async Task<RecordEventReply> RecordAsync(CampaignId id, RecordEventRequest request) =>
        await (await ParticipantAsync(id, request.UserId)).RecordEvent(request);

    /// <summary>A campaign that no other test has, known to this engine at once.</summary>
    public async Task<CampaignId> CreateOwnCampaignAsync(string definition) =>
        await CreateCampaignAsync(definition, $"test-{Guid.NewGuid():N}");

    public async Task<RecordEventReply> RecordAsync(
        CampaignId id, string userId, string eventId, string eventType = "purchase", string? metadata = """{"amount":25}""") =>
        await RecordAsync(id, Requests.Event(userId, eventId, eventType, metadata));

    /// <summary>The silos end without saying goodbye: what they were doing is never finished.</summary>
    public async Task KillAsync()
    {
        foreach (var silo in _cluster.Silos.ToArray())
            await _cluster.KillSiloAsync(silo);
    }

    /// <summary>One silo, not the first, ends without saying goodbye.</summary>
    public Task KillOneAsync() => _cluster.KillSiloAsync(_cluster.SecondarySilos[^1]);

    /// <summary>Lets every silo read the registry's news now.</summary>
    public Task RefreshAllAsync() => Task.WhenAll(_cluster.Silos.Cast<InProcessSiloHandle>().Select(
        silo => silo.SiloHost.Services.GetRequiredService<ICampaignDirectory>().RefreshAsync()));

    public async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
        s_harnesses.TryRemove(_harness, out _);
    }

    private T Service<T>() where T : notnull =>
        ((InProcessSiloHandle)_cluster.Primary!).SiloHost.Services.GetRequiredService<T>();

    private sealed record Harness(IJournal Journal, TimeProvider Time)
    {
        public Action<string>? OnGrainCall { get; set; }
    }

    private sealed class SiloConfigurator : ISiloConfigurator
    {
        public void Configure(ISiloBuilder siloBuilder)
        {
            var harness = s_harnesses[siloBuilder.Configuration[HarnessSetting]!];
            siloBuilder.Services.AddSingleton(harness.Journal);
            siloBuilder.Services.AddSingleton(harness.Time);
            siloBuilder.Services.AddSingleton(MasterKey);
            siloBuilder.Services.AddCampaignGrains();
            siloBuilder.AddOutgoingGrainCallFilter(call =>
            {
                harness.OnGrainCall?.Invoke(call.MethodName);
                return call.Invoke();
            });
            // As in a real cluster: the tests that kill a silo need not wait for Orleans' own 15 s.
            siloBuilder.Configure<ClusterMembershipOptions>(membership => membership.ProbeTimeout = TimeSpan.FromSeconds(2));
        }
    }
}
