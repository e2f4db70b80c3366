using System.Net;
using System.Text;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Processes.Tests;

/// <summary>What one gateway answers is in force at the other one, also when that was stopped meanwhile.</summary>
public sealed partial class ClusterTests
{
    private const string Game = """
        {
          "name": "Paused", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2099-01-01T00:00:00Z",
          "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 100 } ] }
        }
        """;

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Once_a_revocation_is_answered_no_gateway_takes_the_key_not_even_one_that_was_stopped(bool isStopped)
    {
        using var admin = new AdminClient(Cluster.Gateways[0].Address);
        var app = await admin.AppAsync();
        var key = await admin.KeyAsync(app);

        // No campaign has the name: who is let in is told so.
        await AssertInForceAsync(
            isStopped, key.Secret, http => http.GetAsync("v1/campaigns/none/participants/u"),
            () => admin.PostAsync($"apps/{app}/keys/{key.Id}/revoke"), before: HttpStatusCode.NotFound, after: HttpStatusCode.Forbidden);
    }

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Once_a_pause_is_answered_no_gateway_takes_an_event_not_even_one_that_was_stopped(bool isStopped)
    {
        using var admin = new AdminClient(Cluster.Gateways[0].Address);
        var key = (await admin.KeyAsync(await admin.AppAsync())).Secret;
        using var http = new HttpClient { BaseAddress = Cluster.Gateways[0].Address, DefaultRequestHeaders = { { "X-API-Secret", key } } };
        (await http.PutAsync("v1/campaigns/paused", Json(Game))).EnsureSuccessStatusCode();
        (await http.PostAsync("v1/campaigns/paused/activate", null)).EnsureSuccessStatusCode();

        await AssertInForceAsync(
            isStopped, key, there => there.PostAsync("v1/campaigns/paused/events", Json("""{"userId":"u","eventType":"purchase"}""")),
            () => http.PostAsync("v1/campaigns/paused/pause", null), before: HttpStatusCode.OK, after: HttpStatusCode.NotFound);
    }

    private async Task AssertInForceAsync(
        bool isStopped, string key, Func<HttpClient, Task<HttpResponseMessage>> ask, Func<Task<HttpResponseMessage>> change,
        HttpStatusCode before, HttpStatusCode after)
    {
        var there = Cluster.Gateways[1];
        await using var user = new SteadyClient(there.Address, key, ask);
        await user.AnsweredAsync(TimeSpan.Zero, 100);
        Assert.All(user.AnswersSince(TimeSpan.Zero), status => Assert.Equal(before, status));

        if (isStopped)
            await there.FreezeAsync();
        var asked = user.Watch.Elapsed;
        using var changed = await change();
        var answered = user.Watch.Elapsed;
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        var sentWhileStopped = user.AskAsync();
        if (isStopped)
        {
            await Task.Delay(TimeSpan.FromSeconds(5) - (user.Watch.Elapsed - asked));
            await there.ContinueAsync();
        }

        await sentWhileStopped;
        await user.AnsweredAsync(answered, 100);
        output.WriteLine($"answered after {(answered - asked).TotalSeconds:0.00} s");
        // What was sent before may have been let in before.
        Assert.All(user.AnswersSince(answered), status => Assert.Equal(after, status));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
