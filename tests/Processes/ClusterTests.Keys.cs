using System.Net;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Processes.Tests;

public sealed partial class ClusterTests
{
    /// <summary>No campaign has the name: who is let in is told so.</summary>
    private const HttpStatusCode LetIn = HttpStatusCode.NotFound;

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Once_a_revocation_is_answered_no_gateway_takes_the_key_not_even_one_that_was_stopped(bool isStopped)
    {
        var (here, there) = (Cluster.Gateways[0], Cluster.Gateways[1]);
        using var admin = new AdminClient(here.Address);
        var app = await admin.AppAsync();
        var key = await admin.KeyAsync(app);
        await using var user = new KeyUser(there.Address, key.Secret);
        await user.AnsweredAsync(TimeSpan.Zero, 100);
        Assert.All(user.AnswersSince(TimeSpan.Zero), status => Assert.Equal(LetIn, status));

        if (isStopped)
            await there.FreezeAsync();
        var asked = user.Watch.Elapsed;
        using var revoked = await admin.PostAsync($"apps/{app}/keys/{key.Id}/revoke");
        var answered = user.Watch.Elapsed;
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);

        using var late = new HttpClient { DefaultRequestHeaders = { { "X-API-Secret", key.Secret } } };
        var sentWhileStopped = late.GetAsync(new Uri(there.Address, "v1/campaigns/none/participants/u"));
        if (isStopped)
        {
            await Task.Delay(TimeSpan.FromSeconds(5) - (user.Watch.Elapsed - asked));
            await there.ContinueAsync();
        }

        await user.AnsweredAsync(answered, 100);
        output.WriteLine($"answered after {(answered - asked).TotalSeconds:0.00} s");
        using var answer = await sentWhileStopped;
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.All(user.AnswersSince(answered), status => Assert.Equal(HttpStatusCode.Forbidden, status));
        // What was sent before may have been let in before.
        Assert.Contains(LetIn, user.AnswersSince(TimeSpan.Zero));
    }
}
