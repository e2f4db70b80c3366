namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>
/// Clients that post events of few users: mostly new ones, some again at the same time from several clients, some with
/// another body. What they get no answer to, they send again, some of it only when faults have stopped.
/// </summary>
internal sealed class EventTraffic(IReadOnlyList<Uri> gateways, History history, int workers, int seed) : IDisposable
{
    public const int Users = 300;

    private const int MaxRetries = 3;
    private const int MaxRetriesAtTheEnd = 600;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly EventClient _client = new(s_patience);
    private readonly CancellationTokenSource _stop = new();
    private readonly int[] _ids = new int[Users];
    private Task _running = Task.CompletedTask;
    private int _turn;

    public void Start() => _running = Task.WhenAll(Enumerable.Range(0, workers).Select(worker =>
        Task.Run(() => WorkAsync(new Random(seed + worker)))));

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    /// <summary>Sends everything unknown again, until it is known.</summary>
    public Task AskForUnknownAsync() => Parallel.ForEachAsync(
        history.Unknown(), new ParallelOptions { MaxDegreeOfParallelism = workers },
        async (last, _) => await SendUntilKnownAsync(last.User, last.EventId, last.Body));

    public async Task<SeenAnswer> SendUntilKnownAsync(string user, string eventId, string body)
    {
        var last = await SendAsync(user, eventId, body);
        for (var retry = 0; last.IsUnknown && !history.HasUnexpected && retry < MaxRetriesAtTheEnd; retry++)
        {
            await Task.Delay(100);
            history.AddRetry();
            last = await SendAsync(user, eventId, body);
        }

        return last;
    }

    public async Task<SeenAnswer> SendAsync(string user, string eventId, string body)
    {
        var gateway = gateways[(Interlocked.Increment(ref _turn) & int.MaxValue) % gateways.Count];
        var type = eventId[0] == 'v' ? FaultCampaign.Quiet : FaultCampaign.Playing;
        var sent = history.Tick();
        SeenAnswer seen;
        try
        {
            var answer = await _client.PostAsync(gateway, FaultCampaign.Slug, user, eventId, body, default, type);
            seen = new SeenAnswer(user, eventId, body, sent, history.Tick(), answer.Meaning, answer.Data);
        }
        catch (InvalidOperationException exception)
        {
            history.AddUnexpected(exception.Message);
            seen = new SeenAnswer(user, eventId, body, sent, history.Tick(), null, null);
        }

        history.Add(seen);
        return seen;
    }

    /// <summary>What is served of everybody who may have sent something.</summary>
    public async Task<IReadOnlyDictionary<string, ServedTotals?>> ViewsAsync()
    {
        var views = new Dictionary<string, ServedTotals?>();
        foreach (var user in history.Answers.Select(answer => answer.User).Concat(Enumerable.Range(0, Users).Select(user => $"user-{user}")).Distinct())
            views[user] = await ViewAsync(user);
        return views;
    }

    private async Task<ServedTotals?> ViewAsync(string user)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await _client.GetAsync(gateways[0], FaultCampaign.Slug, user);
            }
            catch (Exception exception) when (LostConnection.Is(exception) && tries < MaxRetriesAtTheEnd)
            {
                await Task.Delay(100);
            }
        }
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
            var user = random.Next(Users);
            // One in five repeats one of the newest, which may be on its way still.
            var number = random.Next(5) > 0 ? Interlocked.Increment(ref _ids[user]) : Math.Max(1, Volatile.Read(ref _ids[user]) - random.Next(4));
            var eventId = number % 3 == 0 ? $"v-{number}" : $"p-{number}";
            var body = random.Next(20) == 0 ? "other" : "same";
            var answer = await SendAsync($"user-{user}", eventId, body);
            for (var retry = 0; answer.IsUnknown && retry < MaxRetries && random.Next(3) > 0; retry++)
            {
                // Half of them do not wait.
                await Task.Delay(random.Next(2) * 200);
                history.AddRetry();
                answer = await SendAsync($"user-{user}", eventId, body);
            }

            if (answer.Status is null)
                await Task.Delay(20 + random.Next(100));
        }
    }
}
