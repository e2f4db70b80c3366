using CampaignEngine.Grains.Audits;
using CampaignEngine.Grains.Codes;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Leaderboards;
using CampaignEngine.Grains.Participants;
using CampaignEngine.Grains.Prizes;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Secrets;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Simulation.Tests.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;

namespace CampaignEngine.Simulation.Tests.Calls;

/// <summary>A process with grains in memory. It can be stopped for a while, and killed: then it starts again with nothing.</summary>
internal sealed class Silo
{
    private readonly Loop _loop;
    private readonly Network _network;
    private readonly IJournal _journal;
    private readonly ICampaignDirectory _directory;
    private readonly EntryCodec _codec;
    private readonly MasterKey _masterKey;
    private readonly CodeBook _codeBook;
    private readonly IGrainFactory _grains;

    /// <summary>Also those that leave and have not ended yet.</summary>
    private readonly HashSet<Activation> _activations = [];
    private readonly Dictionary<GrainName, Activation> _byName = [];
    private Lane _background;
    private bool _isHeld;
    private AwardConfirmations _awards;
    private RedemptionConfirmations _redemptions;
    private ScoreForwarding _forwarding;

    public Silo(Loop loop, Network network, IJournal journal, ICampaignDirectory directory, EntryCodec codec, MasterKey masterKey)
    {
        (_loop, _network, _journal, _directory, _codec, _masterKey) = (loop, network, journal, directory, codec, masterKey);
        Time = new SimulatedTime(loop);
        _codeBook = new CodeBook(masterKey);
        _grains = FactoryProxy.Create(network);
        (_background, _awards, _redemptions, _forwarding) = Start();
    }

    public SimulatedTime Time { get; }

    public IGrainFactory Grains => _grains;

    public void Deliver(GrainCall call)
    {
        if (!_byName.TryGetValue(call.Grain, out var activation))
            _byName.Add(call.Grain, activation = Activate(call.Grain));
        activation.Deliver(call);
    }

    /// <summary>The process is stopped for a time, and knows nothing of it.</summary>
    public void Pause(TimeSpan time)
    {
        if (_isHeld)
            return;
        _isHeld = true;
        foreach (var lane in Lanes())
            lane.Hold();
        _loop.After(time, Continue);
    }

    /// <summary>Everything in memory is gone.</summary>
    public void Kill()
    {
        foreach (var activation in _activations)
            activation.Kill();
        _background.End();
        _activations.Clear();
        _byName.Clear();
        _isHeld = false;
        (_background, _awards, _redemptions, _forwarding) = Start();
    }

    private (Lane, AwardConfirmations, RedemptionConfirmations, ScoreForwarding) Start()
    {
        var lane = _loop.NewLane();
        var scheduler = new LaneScheduler(lane);
        return (
            lane,
            new AwardConfirmations(_grains, Time, NullLogger<AwardConfirmations>.Instance, scheduler),
            new RedemptionConfirmations(_grains, Time, NullLogger<RedemptionConfirmations>.Instance, scheduler),
            // Never started, so that it asks for no host: there are no boards here.
            new ScoreForwarding(_grains, lifetime: null!, Time, NullLogger<ScoreForwarding>.Instance));
    }

    private void Continue()
    {
        _isHeld = false;
        foreach (var lane in Lanes())
            lane.Continue();
    }

    private IEnumerable<Lane> Lanes() => _activations.Select(activation => activation.Lane).Append(_background).OrderBy(lane => lane.Number);

    private Activation Activate(GrainName name)
    {
        var activation = new Activation(_loop.NewLane(), _network, isReentrant: name.Interface == typeof(IPrizePoolGrain));
        var context = new SimulatedContext(
            GrainId.Create(name.Interface.Name, name.Key), new SimulatedRuntime(_grains, Time), () => Leave(name, activation));
        activation.Instance = NewGrain(name.Interface, context);
        _activations.Add(activation);
        if (_isHeld)
            activation.Lane.Hold();
        return activation;
    }

    private void Leave(GrainName name, Activation activation)
    {
        if (_byName.GetValueOrDefault(name) != activation)
            return;
        _byName.Remove(name);
        foreach (var call in activation.Leave())
            Deliver(call);
    }

    private object NewGrain(Type grainInterface, IGrainContext context)
    {
        if (grainInterface == typeof(IParticipantGrain))
            return new ParticipantGrain(
                context, _journal, _codec, _directory, new RequestHashes(_masterKey), _awards,
                new CodeLookup(_codeBook, _directory, _grains), _redemptions, _forwarding, Time);
        if (grainInterface == typeof(IPrizePoolGrain))
            return new PrizePoolGrain(
                context, _journal, _codec, _codeBook, _directory, new SimulatedParticipants(_grains), new StockHashes(_masterKey), Time,
                NullLogger<PrizePoolGrain>.Instance);
        if (grainInterface == typeof(ICodeSpaceGrain))
            return new CodeSpaceGrain(context, _journal, _codec, Time);
        if (grainInterface == typeof(IAuditGrain))
            return new AuditGrain(context, _journal, _codec, Time);
        throw new NotSupportedException($"{grainInterface.Name} is not simulated.");
    }
}
