using System.Collections.Concurrent;
using System.Diagnostics;

namespace CampaignEngine.Processes.Tests;

/// <summary>
/// Clients that post events of few users with few ids, over all gateways in turn, and send again what they got no answer
/// to, until it is stopped. Everything that was answered is remembered.
/// </summary>
internal sealed class Load(EngineCluster cluster, string campaign, int seed) : IDisposable
{
    private const int Workers = 16;
    private const int Users = 60;
    private const int IdsOfAUser = 120;
    private const int MaxRetries = 200;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(60);

    private readonly ConcurrentQueue<SeenAnswer> _answers = new();
    private readonly ConcurrentQueue<Attempt> _attempts = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly EventClient _client = new();
    private Task _running = Task.CompletedTask;
    private long _clock;
    private int _turn;

    /// <summary>A campaign in which prizes run out, and plays do for some.</summary>
    public const string Definition = """
        {
          "name": "Processes",
          "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] },
          "milestones": [ { "id": "bronze", "name": "Bronze", "points": 1000, "bonusPoints": 50 } ],
          "instantWin": {
            "eventTypes": ["purchase"], "mode": "odds", "maxPlays": [ { "times": 100, "per": "campaign" } ], "maxWinsPerUser": 20,
            "tiers": [ { "name": "Gold", "quantity": 400, "odds": 0.3, "points": 50 } ] }
        }
        """;

    /// <summary>Since the load began.</summary>
    public TimeSpan Now => _watch.Elapsed;

    public IReadOnlyList<Attempt> Attempts => [.. _attempts];

    public IReadOnlyList<SeenAnswer> Answers => [.. _answers];

    public EventClient Client => _client;

    public void Start() => _running = Task.WhenAll(Enumerable.Range(0, Workers).Select(worker =>
        Task.Run(() => WorkAsync(new Random(seed + worker)))));

    /// <summary>Ends when every client has ended, and has asked again until it knows what became of its last event.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    public void Dispose()
    {
        _stop.Dispose();
        _client.Dispose();
    }

    private async Task WorkAsync(Random random)
    {
        while (!_stop.IsCancellationRequested)
        {
            var (user, eventId) = ($"user-{random.Next(Users)}", $"e-{random.Next(IdsOfAUser)}");
            await SendUntilKnownAsync(user, eventId, random.Next(20) == 0 ? "other" : "same");
            await Task.Delay(s_pause);
        }
    }

    private async Task SendUntilKnownAsync(string user, string eventId, string body)
    {
        for (var attempt = 1; ; attempt++)
        {
            var gateway = cluster.Gateways[(Interlocked.Increment(ref _turn) & int.MaxValue) % cluster.Gateways.Count].Address;
            var sent = Interlocked.Increment(ref _clock);
            var answer = await _client.PostAsync(gateway, campaign, user, eventId, body, Now);
            _attempts.Enqueue(answer);
            var seen = new SeenAnswer(user, eventId, body, sent, Interlocked.Increment(ref _clock), answer.Meaning, answer.Data);
            _answers.Enqueue(seen);
            if (!seen.IsUnknown)
                return;
            Assert.True(attempt < MaxRetries, $"Event {eventId} of {user} is never answered.");
            await Task.Delay(250);
        }
    }
}
