using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Secrets;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Simulation.Tests.Calls;
using CampaignEngine.Simulation.Tests.Campaigns;
using CampaignEngine.Simulation.Tests.Journals;
using CampaignEngine.Simulation.Tests.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace CampaignEngine.Simulation.Tests;

/// <summary>
/// One seed: a campaign, silos, clients and faults that it draws; then faults stop, unknown outcomes are asked for again,
/// pending work is done, the rest is won, and every invariant must hold.
/// </summary>
internal sealed class SimulationRun
{
    private const int MaxLate = 1_000;

    /// <summary>Longer than any fault's delay and a caller's patience together.</summary>
    private static readonly TimeSpan s_settling = TimeSpan.FromMinutes(5);

    private static readonly EntryCodec s_codec = new(
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>());
    private static readonly MasterKey s_masterKey = MasterKey.FromBase64(Convert.ToBase64String(new byte[MasterKey.Bytes]));

    private readonly Random _random;
    private readonly Loop _loop;
    private readonly SimulatedCampaign _campaign;
    private readonly SimulatedDirectory _directory;
    private readonly JournalFaults _storage;
    private readonly SimulatedJournal _journal;
    private readonly NetworkFaults _wires;
    private readonly Network _network;
    private readonly SimulatedTime _time;
    private readonly IGrainFactory _grains;
    private readonly SimulatedClients _clients;
    private readonly Disturbance _disturbance;
    private CampaignRecord? _record;

    private SimulationRun(int seed, Twin twin)
    {
        _random = new Random(seed);
        _loop = new Loop(_random);
        _campaign = new SimulatedCampaign(_random);
        _directory = new SimulatedDirectory(_campaign.Active, _campaign.Paused, _random);
        _storage = new JournalFaults(_random);
        _journal = twin switch
        {
            Twin.None when _random.Next(2) == 0 => new OrderedSimulatedJournal(_loop, _storage, Crash),
            Twin.None => new SimulatedJournal(_loop, _storage),
            Twin.NoFence => new UnfencedJournal(_loop, _storage),
            Twin.Forgets => new ForgetfulJournal(_loop, _storage),
            _ => throw new ArgumentOutOfRangeException(nameof(twin)),
        };
        _wires = new NetworkFaults(_random);
        _network = new Network(_loop, _wires);
        for (var i = _random.Next(1, 4); i > 0; i--)
            _network.Add(new Calls.Silo(_loop, _network, _journal, _directory, s_codec, s_masterKey));
        _time = new SimulatedTime(_loop);
        _grains = FactoryProxy.Create(_network);
        _clients = new SimulatedClients(_campaign, _grains, _loop.Trace);
        _disturbance = new Disturbance(_network, _directory, _random);
    }

    private IPrizePoolGrain Pool => _grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(_campaign.Id));

    /// <summary>The same seed gives the same outcome, whenever and wherever.</summary>
    public static SimulationOutcome Of(int seed, Twin twin = Twin.None)
    {
        var run = new SimulationRun(seed, twin);
        IReadOnlyList<string> violations;
        try
        {
            run._loop.Run(run.PlayAsync);
            violations = Invariants.Violations(run._record!);
        }
        catch (Exception exception)
        {
            violations = [exception.ToString()];
        }

        return new SimulationOutcome(
            seed, twin, violations, run._loop.Trace.Hash, run._loop.Trace.Steps, run._clients.Answers.Count,
            run._clients.Answers.Count(answer => answer.IsUnknown), run._disturbance.Kills, run._disturbance.Pauses);
    }

    private void Crash()
    {
        foreach (var silo in _network.Silos)
            silo.Kill();
    }

    private async Task PlayAsync()
    {
        var traffic = new SimulatedTraffic(_campaign, _clients, _grains, _random);
        var disturbed = _random.Next(3) == 0 ? Task.CompletedTask : _disturbance.WorkAsync(_time);
        await Task.WhenAll(Enumerable.Range(0, _random.Next(1, 8)).Select(_ => traffic.WorkAsync(_random.Next(4, 20), _time)));
        _disturbance.IsOver = true;
        await disturbed;
        await HealAsync();
        await _clients.AskForUnknownAsync();
        await FinishWorkAsync();
        await SellOutAsync();
        await FinishWorkAsync();
        await TakeRecordAsync();
    }

    private async Task HealAsync()
    {
        _storage.IsHealed = _wires.IsHealed = _directory.IsHealed = true;
        _directory.IsPaused = false;
        await Task.Delay(s_settling, _time);
    }

    private async Task FinishWorkAsync()
    {
        var reader = new CampaignReader(_journal, s_codec, _campaign.Id);
        for (var i = 0; i < 20 && (await reader.PendingAsync()).Count > 0; i++)
        {
            await Pool.Resume();
            await Task.Delay(TimeSpan.FromSeconds(1), _time);
        }

        var left = await reader.PendingAsync();
        if (left.Count > 0)
            throw new InvalidOperationException($"Work is left: {string.Join(", ", left)}.");
    }

    /// <summary>I10: with nothing going wrong, whoever plays wins as long as a unit is free.</summary>
    private async Task SellOutAsync()
    {
        for (var i = 0; (await Pool.GetStock()).Any(tier => tier.Remaining > 0); i++)
        {
            if (i == MaxLate)
                throw new InvalidOperationException("I10: units are left and nobody wins them.");
            await _clients.SendAsync($"late-{i}", ("e-1", "same"));
        }
    }

    private async Task TakeRecordAsync()
    {
        var reader = new CampaignReader(_journal, s_codec, _campaign.Id);
        Dictionary<string, string> refs = [];
        Dictionary<string, ServedTotals?> views = [];
        foreach (var user in _clients.Answers.Select(answer => answer.User).Distinct())
        {
            refs[_campaign.Active.RefOf(user).ToString()] = user;
            views[user] = await _clients.Participant(user).Get() is { } view ? new ServedTotals(view.TotalPoints, view.EventsCount) : null;
        }

        _record = new CampaignRecord(
            _campaign.Definition.InstantWin!, await reader.PoolAsync(), await reader.ParticipantsAsync(), refs, views, _clients.Answers)
        {
            Points = _campaign.Definition.Points,
        };
    }
}
