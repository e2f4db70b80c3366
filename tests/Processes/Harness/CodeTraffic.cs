using System.Collections.Concurrent;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>Users who send codes, each code several of them at about the same time, some twice.</summary>
internal sealed class CodeTraffic(CampaignClient client, IReadOnlyList<string> codes, History history, int seed) : IDisposable
{
    private const int Workers = 3;
    private const int SendersOfACode = 4;
    private const int MaxRetriesAtTheEnd = 600;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(30);

    private readonly ConcurrentQueue<SeenRedemption> _redemptions = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private int _sent;

    public IReadOnlyList<SeenRedemption> Redemptions => [.. _redemptions];

    public void Start() => _running = Task.WhenAll(Enumerable.Range(0, Workers).Select(worker =>
        Task.Run(() => WorkAsync(new Random(seed - 1 - worker)))));

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    public async Task AskForUnknownAsync()
    {
        foreach (var key in Redemptions.GroupBy(seen => (seen.User, seen.Code)))
        {
            var last = key.MaxBy(seen => seen.Arrived)!;
            for (var retry = 0; last.IsUnknown && !history.HasUnexpected && retry < MaxRetriesAtTheEnd; retry++)
            {
                last = await SendAsync(last.User, last.Code);
                if (last.IsUnknown)
                    await Task.Delay(100);
            }
        }
    }

    public string Describe()
    {
        var seen = Redemptions;
        return $"{seen.Count:n0} codes sent: {seen.Count(one => one.IsDone):n0} ok, "
            + $"{seen.Count(one => !one.IsDone && !one.IsUnknown):n0} refused, {seen.Count(one => one.IsUnknown):n0} unknown";
    }

    public void Dispose() => _stop.Dispose();

    private async Task WorkAsync(Random random)
    {
        while (!_stop.IsCancellationRequested)
        {
            var code = codes[(Interlocked.Increment(ref _sent) & int.MaxValue) / SendersOfACode % codes.Count];
            await SendAsync($"user-{random.Next(EventTraffic.Users)}", code);
            await Task.Delay(s_pause);
        }
    }

    private async Task<SeenRedemption> SendAsync(string user, string code)
    {
        var sent = history.Tick();
        SeenRedemption seen;
        try
        {
            var (status, data) = await client.RedeemAsync(user, code);
            seen = new SeenRedemption(user, code, sent, history.Tick(), status, data);
        }
        catch (InvalidOperationException exception)
        {
            history.AddUnexpected(exception.Message);
            seen = new SeenRedemption(user, code, sent, history.Tick(), null, null);
        }

        _redemptions.Enqueue(seen);
        return seen;
    }
}
