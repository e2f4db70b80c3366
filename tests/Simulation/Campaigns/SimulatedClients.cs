using System.Text;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Simulation.Tests.Scheduling;

namespace CampaignEngine.Simulation.Tests.Campaigns;

/// <summary>Send events and remember what they were answered.</summary>
internal sealed class SimulatedClients(SimulatedCampaign campaign, IGrainFactory grains, Trace trace)
{
    private const int MaxRetries = 100;

    private readonly List<SeenAnswer> _answers = [];
    private long _clock;

    public IReadOnlyList<SeenAnswer> Answers => _answers;

    public IParticipantGrain Participant(string user) =>
        grains.GetGrain<IParticipantGrain>(ParticipantKey.Format(campaign.Id, campaign.Active.RefOf(user)));

    /// <summary>Sends events of one user in one call; one event as a call of its own.</summary>
    /// <param name="events">The same body is the same request.</param>
    public async Task SendAsync(string user, params (string EventId, string Body)[] events)
    {
        var sent = ++_clock;
        RecordEventReply[]? replies = null;
        try
        {
            RecordEventRequest[] requests = [.. events.Select(one => Request(user, one.EventId, one.Body))];
            replies = requests is [var request]
                ? [await Participant(user).RecordEvent(request)]
                : await Participant(user).RecordEvents(requests);
        }
        catch (Exception exception) when (PassingFailures.IsPassing(exception))
        {
            // A client whose connection breaks knows as little.
        }

        for (var i = 0; i < events.Length; i++)
        {
            trace.Add((long?)replies?[i].Status ?? -1);
            trace.Add(replies?[i].Data);
            _answers.Add(new SeenAnswer(user, events[i].EventId, events[i].Body, sent, ++_clock, replies?[i].Status, replies?[i].Data));
        }
    }

    /// <summary>Sends every request whose outcome is unknown again, until it is known.</summary>
    public async Task AskForUnknownAsync()
    {
        foreach (var key in _answers.GroupBy(answer => (answer.User, answer.EventId)).ToList())
        {
            var last = key.OrderBy(answer => answer.Arrived).Last();
            for (var retry = 0; last.IsUnknown && retry < MaxRetries; retry++)
            {
                await SendAsync(last.User, (last.EventId, last.Body));
                last = _answers[^1];
            }
        }
    }

    private static RecordEventRequest Request(string user, string eventId, string body) => new(
        user, "purchase", Encoding.UTF8.GetBytes($$"""{"body":"{{body}}"}"""), eventId, EventIdGiven: true, OccurredAt: null, DisplayName: null);
}
