using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace CampaignEngine.Processes.Tests;

/// <summary>Clients that ask one gateway the same with one key, again and again, and remember what they were told.</summary>
internal sealed class SteadyClient : IAsyncDisposable
{
    private const int Clients = 8;

    private readonly HttpClient _http;
    private readonly Func<HttpClient, Task<HttpResponseMessage>> _ask;
    private readonly ConcurrentQueue<(TimeSpan Sent, HttpStatusCode Status)> _answers = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public SteadyClient(Uri gateway, string key, Func<HttpClient, Task<HttpResponseMessage>> ask)
    {
        _http = new HttpClient { BaseAddress = gateway, DefaultRequestHeaders = { { "X-API-Secret", key } } };
        _ask = ask;
        _running = Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => AskAgainAsync()));
    }

    public Stopwatch Watch { get; } = Stopwatch.StartNew();

    /// <summary>Answers to what was sent at a time or later.</summary>
    public IReadOnlyList<HttpStatusCode> AnswersSince(TimeSpan sent) => [.. _answers.Where(answer => answer.Sent >= sent).Select(answer => answer.Status)];

    /// <summary>Until some more were sent and answered.</summary>
    public async Task AnsweredAsync(TimeSpan since, int count)
    {
        for (var waited = Stopwatch.StartNew(); AnswersSince(since).Count < count; await Task.Delay(20))
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "The gateway does not answer.");
    }

    /// <summary>Asks once more, beside the others.</summary>
    public async Task AskAsync()
    {
        var sent = Watch.Elapsed;
        using var answer = await _ask(_http);
        _answers.Enqueue((sent, answer.StatusCode));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task AskAgainAsync()
    {
        while (!_stop.IsCancellationRequested)
            await AskAsync();
    }
}
