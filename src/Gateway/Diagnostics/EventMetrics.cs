using System.Diagnostics.Metrics;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Journal.Diagnostics;

namespace CampaignEngine.Gateway.Diagnostics;

/// <summary>Events by what became of them: recorded, replayed, or the name of the error.</summary>
public sealed class EventMetrics : IRefusalCounter
{
    private static readonly Meter Meter = new("CampaignEngine.Gateway");

    // Below the meter, which it is made with.
    public static readonly EventMetrics Instance = new();

    private readonly TaggedCounter _events;
    private readonly TaggedCounter.Series _recorded;
    private readonly TaggedCounter.Series _replayed;

    private EventMetrics()
    {
        string[] refusals = [.. Enum.GetValues<RecordEventStatus>()
            .Where(status => status != RecordEventStatus.Recorded)
            .Select(status => ErrorCatalog.Of(status).Name)];
        _events = new TaggedCounter(
            Meter, "campaign.events", "{event}", "Requests to record an event, by what became of them.",
            "outcome", ["recorded", "replayed", .. refusals]);
        _recorded = _events.Of("recorded");
        _replayed = _events.Of("replayed");
    }

    public void CountSuccess(bool replayed) => (replayed ? _replayed : _recorded).Add();

    public void Count(ApiError refusal) => _events.Of(refusal.Name).Add();
}
