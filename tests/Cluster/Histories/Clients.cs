using System.Collections.Concurrent;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Cluster.Tests.Histories;

/// <summary>Sends events and remembers what was answered.</summary>
internal sealed class Clients(CampaignId campaign)
{
    /// <summary>The body of an event that is no purchase.</summary>
    public const string Visit = "visit";

    private const int MaxRetries = 100;

    private readonly ConcurrentQueue<SeenAnswer> _answers = new();
    private long _clock;

    public IReadOnlyList<SeenAnswer> Answers => [.. _answers];

    /// <param name="body">The same text is the same request.</param>
    public async Task<SeenAnswer> SendAsync(Engine engine, string user, string eventId, string body)
    {
        var sent = Interlocked.Increment(ref _clock);
        RecordEventReply? reply = null;
        try
        {
            reply = await engine.RecordAsync(campaign, user, eventId, TypeOf(body), Metadata(body));
        }
        catch (Exception)
        {
            // A client whose connection breaks knows as little.
        }

        var answer = new SeenAnswer(user, eventId, body, sent, Interlocked.Increment(ref _clock), reply?.Status, reply?.Data);
        _answers.Enqueue(answer);
        return answer;
    }

    /// <summary>Sends events of one user in one call.</summary>
    public async Task SendAsync(Engine engine, string user, (string EventId, string Body)[] events)
    {
        if (events is [var (eventId, body)])
        {
            await SendAsync(engine, user, eventId, body);
            return;
        }

        var sent = Interlocked.Increment(ref _clock);
        RecordEventReply[]? replies = null;
        try
        {
            var participant = await engine.ParticipantAsync(campaign, user);
            replies = await participant.RecordEvents(
                [.. events.Select(one => Requests.Event(user, one.EventId, TypeOf(one.Body), Metadata(one.Body)))]);
        }
        catch (Exception)
        {
            // As above.
        }

        for (var i = 0; i < events.Length; i++)
        {
            _answers.Enqueue(new SeenAnswer(
                user, events[i].EventId, events[i].Body, sent, Interlocked.Increment(ref _clock), replies?[i].Status, replies?[i].Data));
        }
    }

    private static string TypeOf(string body) => body == Visit ? "visit" : "purchase";

    private static string Metadata(string body) => $$"""{"body":"{{body}}"}""";

    /// <summary>Sends every request whose outcome is unknown again, until it is known.</summary>
    public async Task AskForUnknownAsync(Engine engine)
    {
        foreach (var key in Answers.GroupBy(answer => (answer.User, answer.EventId)))
        {
            var last = key.OrderBy(answer => answer.Arrived).Last();
            for (var retry = 0; last.IsUnknown && retry < MaxRetries; retry++)
                last = await SendAsync(engine, last.User, last.EventId, last.Body);
        }
    }
}
