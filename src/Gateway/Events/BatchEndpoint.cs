using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Diagnostics;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.RateLimits;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Events;

/// <summary>Records many events: one user's in their order, users beside one another, and each with an answer of its own.</summary>
public sealed class BatchEndpoint(BatchReader reader, ICampaignDirectory directory, EventSender sender, RateLimiter limiter)
{
    /// <summary>
    /// Participants that one request keeps busy at a time. With more, what is under way lives longer and costs more garbage
    /// collection; with fewer, a batch waits for more commits.
    /// </summary>
    private const int UsersAtOnce = 32;

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        // How much it costs is known only when it is read, and that is not for those who have nothing left.
        var admission = limiter.Admit(grant, cost: 1);
        if (admission == Allowance.Refused)
        {
            await limiter.WriteRefusalAsync(context, grant);
            return;
        }

        if (await reader.ReadAsync(context) is not { } readings)
            return;

        if (TestClock.Refuse(context, grant, out var testClock) is { } refusing)
        {
            await refusing;
            return;
        }

        if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotActive);
            return;
        }

        var rest = limiter.Admit(grant, readings.Count - 1);
        admission = rest > admission ? rest : admission;
        if (admission == Allowance.Refused)
        {
            await limiter.WriteRefusalAsync(context, grant, readings.Count);
            return;
        }

        var results = await RecordAsync(context, campaign, readings, request => testClock is null && admission == Allowance.Granted
            ? request
            : request with { TestClock = testClock, ReplayOnly = admission == Allowance.ReplayOnly });
        if (results.All(result => result.Refusal == ErrorCatalog.RateLimited))
            await limiter.WriteRefusalAsync(context, grant, readings.Count);
        else
            await AnswerAsync(context, results);
    }

    private async Task<BatchResult[]> RecordAsync(
        HttpContext context, CampaignHandle campaign, IReadOnlyList<EventReading> readings, Func<RecordEventRequest, RecordEventRequest> complete)
    {
        var results = new BatchResult[readings.Count];
        var users = new Dictionary<string, List<int>>(readings.Count, StringComparer.Ordinal);
        for (var i = 0; i < readings.Count; i++)
        {
            if (readings[i].Request is not { } request)
                results[i] = BatchResult.Of(readings[i].Error!, readings[i].Details);
            else if (users.TryGetValue(request.UserId, out var places))
                places.Add(i);
            else
                users.Add(request.UserId, [i]);
        }

        var waiting = users.Values.ToArray();
        var next = -1;
        var workers = new Task[Math.Min(waiting.Length, UsersAtOnce)];
        for (var worker = 0; worker < workers.Length; worker++)
            workers[worker] = WorkAsync();
        await Task.WhenAll(workers);
        return results;

        async Task WorkAsync()
        {
            for (int user; (user = Interlocked.Increment(ref next)) < waiting.Length;)
            {
                var places = waiting[user];
                if (places is [var only])
                {
                    results[only] = BatchResult.Of(await sender.RecordAsync(campaign, complete(readings[only].Request!), context.TraceIdentifier));
                    continue;
                }

                var replies = await sender.RecordAsync(
                    campaign, [.. places.Select(place => complete(readings[place].Request!))], context.TraceIdentifier);
                for (var i = 0; i < places.Count; i++)
                    results[places[i]] = BatchResult.Of(replies[i]);
            }
        }
    }

    private static Task AnswerAsync(HttpContext context, BatchResult[] results)
    {
        foreach (var result in results)
        {
            if (result.Refusal is { } refusal)
                EventMetrics.Instance.Count(refusal);
            else
                EventMetrics.Instance.CountSuccess(result.Replayed);
        }

        return BatchResult.WriteAsync(context.Response, results);
    }
}
