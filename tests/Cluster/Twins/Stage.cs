using CampaignEngine.Cluster.Tests.Histories;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>Engines over one journal, with a twin's bug or without it, and one campaign.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const int MaxResumes = 100;

    private readonly List<Engine> _engines = [];
    private readonly Twin _twin;
    private readonly bool _isBroken;
    private readonly string _definition;
    private CampaignFaults? _faults;
    private Clients? _clients;

    private Stage(Twin twin, bool isBroken, string definition)
    {
        (_twin, _isBroken, _definition) = (twin, isBroken, definition);
        Journal = new FaultyJournal(Watched);
    }

    public WatchedJournal Watched { get; } = new(new MemoryJournal());

    public FaultyJournal Journal { get; }

    public CampaignId Campaign { get; private set; }

    /// <summary>The engine that was started last.</summary>
    public Engine Engine => _engines[^1];

    public CampaignFaults Faults => _faults!;

    public Clients Clients => _clients!;

    /// <summary>Plays a twin's own steps and takes down what they left.</summary>
    public static Task<CampaignRecord> PlayAsync(Twin twin, bool isBroken) =>
        PlayAsync(twin, isBroken, twin.Definition, twin.PlayAsync);

    public static async Task<CampaignRecord> PlayAsync(Twin twin, bool isBroken, string definition, Func<Stage, Task> play)
    {
        await using var stage = new Stage(twin, isBroken, definition);
        await stage.AddEngineAsync();
        stage.Campaign = await stage.Engine.CreateOwnCampaignAsync(definition);
        (stage._faults, stage._clients) = (
            new CampaignFaults(stage.Journal, stage.Engine.Codec, stage.Campaign), new Clients(stage.Campaign));
        await play(stage);
        return await stage.FinishAsync();
    }

    public async Task<Engine> AddEngineAsync()
    {
        _engines.Add(await Engine.StartAsync(
            _isBroken ? _twin.Break(Journal) : Journal, filter: _isBroken ? _twin.Filter : null));
        await Engine.Directory.RefreshAsync();
        return Engine;
    }

    /// <summary>The process dies and another one takes over.</summary>
    public async Task RestartAsync()
    {
        await Engine.KillAsync();
        await AddEngineAsync();
    }

    public Task<SeenAnswer> SendAsync(string eventId) => SendAsync(Engine, eventId);

    public Task<SeenAnswer> SendAsync(Engine engine, string eventId) => Clients.SendAsync(engine, "ann", eventId, "same");

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines)
            await engine.DisposeAsync();
    }

    /// <summary>Makes outcomes known and does what work is left; a twin may never come to an end with it.</summary>
    private async Task<CampaignRecord> FinishAsync()
    {
        Journal.OnAppend = null;
        await Clients.AskForUnknownAsync(Engine);
        var reader = new CampaignReader(Journal, Engine.Codec, Campaign);
        for (var i = 0; i < MaxResumes && (await reader.PendingAsync()).Count > 0; i++)
            await Engine.Pool(Campaign).Resume();
        var users = Clients.Answers.Select(answer => answer.User).Distinct();
        return await CampaignRecords.TakeAsync(Engine, reader, Campaign, _definition, users, Clients.Answers);
    }
}
