using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Draws;
using CampaignEngine.Domain.Participants;
using CampaignEngine.Domain.Points;

namespace CampaignEngine.Deciding;

/// <summary>One event of somebody with a history: what is decided, and what it makes of the participant.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn, InProcess]
public class DecidingEvents
{
    private static readonly CampaignId Id = new(Guid.NewGuid(), CampaignEnvironment.Test, Guid.NewGuid());
    private static readonly ParticipantRef Somebody = new(0x5eed);
    private static readonly CampaignDraw Draw = new(new byte[32], Id.Value);
    private static readonly DateTimeOffset Start = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);

    private readonly JsonDocument _metadata = JsonDocument.Parse("""{"amount":42.50,"shop":"berlin","items":[1,2,3]}""");
    private Campaign _large = null!;
    private Campaign _ordinary = null!;
    private Participant _ofLarge = null!;
    private Participant _ofOrdinary = null!;
    private DateTimeOffset _now;
    private EventRecorded _outcome = null!;

    [GlobalSetup]
    public void Setup()
    {
        _large = Campaign.Compile(Id, "large", 1, LargeCampaign.Definition);
        _ordinary = Campaign.Compile(Id, "ordinary", 1, LargeCampaign.Definition with
        {
            Points = new PointsDefinition([new PointRule("purchase", "purchase", [], 100, PerUnit: null)]),
            Milestones = [new Milestone("bronze", "Bronze", 500, 50)],
            Streak = null,
        });
        _ofLarge = WithHistory(_large);
        _ofOrdinary = WithHistory(_ordinary);
        _now = Start.AddDays(11);
        _outcome = Decide(_large, _ofLarge, _now);
    }

    [Benchmark(Description = "20 rules, 10 milestones, streak, 5 tiers: decide")]
    public EventRecorded Large() => Decide(_large, _ofLarge, _now);

    [Benchmark(Description = "… apply to the participant")]
    public Participant Apply() => _ofLarge.Apply(_outcome, _now);

    [Benchmark(Description = "1 rule, 1 milestone, 5 tiers: decide")]
    public EventRecorded Ordinary() => Decide(_ordinary, _ofOrdinary, _now);

    [Benchmark(Description = "explain (dry run)")]
    public EventExplanation Explain() => EventExplainer.Explain(_large, CampaignStatus.Active, _ofLarge, Event, _now);

    private UserEvent Event => new("purchase", _metadata.RootElement, OccurredAt: null);

    private Participant WithHistory(Campaign campaign)
    {
        var participant = Participant.New;
        for (var i = 0; i < 1_000; i++)
        {
            var now = Start.AddMinutes(15 * i);
            participant = participant.Apply(Decide(campaign, participant, now), now);
        }

        return participant;
    }

    private EventRecorded Decide(Campaign campaign, Participant participant, DateTimeOffset now) =>
        EventRecorder.Begin(campaign, CampaignStatus.Active, participant, Somebody, Event, now, Draw) switch
        {
            EventDecision.Done done => done.Outcome,
            EventDecision.NeedsClaim claim => EventRecorder.Finish(claim.Plan, ClaimOutcome.SoldOut),
            var other => throw new InvalidOperationException($"{other}"),
        };
}
