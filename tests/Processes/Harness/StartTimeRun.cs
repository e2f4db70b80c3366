using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>How long an engine with many entries takes from kill -9 until it is ready again, and that it lost none of them.</summary>
internal static class StartTimeRun
{
    private const int EventsOfAUser = 1000;
    private const int Senders = 4;
    private const int Starts = 5;

    public static async Task<bool> RunAsync(int entries, TextWriter output)
    {
        await using var engine = await EmbeddedEngine.StartAsync();
        var users = entries / EventsOfAUser;
        using var http = new HttpClient { BaseAddress = engine.Gateway.Address, DefaultRequestHeaders = { { "X-API-Secret", EventClient.Key } } };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, users), new ParallelOptions { MaxDegreeOfParallelism = Senders },
            async (user, _) => await SendAsync(http, user));

        List<TimeSpan> times = [];
        for (var start = 0; start < Starts; start++)
        {
            await engine.Gateway.KillAsync();
            var watch = Stopwatch.StartNew();
            await engine.Gateway.StartAndWaitAsync();
            times.Add(watch.Elapsed);
        }

        using var client = new EventClient();
        var kept = 0L;
        for (var user = 0; user < users; user++)
            kept += (await client.GetAsync(engine.Gateway.Address, FaultCampaign.Slug, $"user-{user}"))?.EventsCount ?? 0;
        output.WriteLine($"{users * EventsOfAUser:n0} events sent, {kept:n0} kept.");
        output.WriteLine($"Ready after kill -9 in {string.Join(", ", times.Select(time => $"{time.TotalSeconds:0.00}"))} s; median {times.Order().ElementAt(Starts / 2).TotalSeconds:0.00} s.");
        return kept == users * EventsOfAUser;
    }

    private static async Task SendAsync(HttpClient http, int user)
    {
        var events = Enumerable.Range(0, EventsOfAUser).Select(number =>
            $$"""{"userId":"user-{{user}}","eventType":"{{FaultCampaign.Quiet}}","eventId":"e-{{number}}"}""");
        using var content = new StringContent($$"""{"events":[{{string.Join(',', events)}}]}""", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await http.PostAsync($"v1/campaigns/{FaultCampaign.Slug}/events/batch", content);
        answer.EnsureSuccessStatusCode();
    }
}
