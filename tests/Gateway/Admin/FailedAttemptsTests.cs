using CampaignEngine.Gateway.Admin;
using CampaignEngine.Gateway.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CampaignEngine.Gateway.Tests.Admin;

public sealed class FailedAttemptsTests
{
    [Fact]
    public void Ten_a_minute_are_within_the_limit_whenever_the_minute_begins()
    {
        var time = new FakeTimeProvider();
        var attempts = new FailedAttempts(time);
        for (var i = 0; i < FailedAttempts.Max; i++)
        {
            Assert.Null(attempts.Add());
            time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(TimeSpan.FromSeconds(40), attempts.Add());
        time.Advance(TimeSpan.FromSeconds(39));
        Assert.Equal(TimeSpan.FromSeconds(1), attempts.Add());
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(attempts.Add());
        Assert.Equal(TimeSpan.FromSeconds(2), attempts.Add());
    }

    [Fact]
    public async Task Guessing_is_told_when_to_come_again_and_the_right_token_still_works()
    {
        await using var host = await GatewayHost.StartAsync([AdminClient.Setting]);
        using var guesser = new AdminClient(host.Client.BaseAddress!, "not the token");
        using var admin = new AdminClient(host.Client.BaseAddress!);
        for (var i = 0; i < FailedAttempts.Max; i++)
        {
            using var wrong = await guesser.GetAsync("apps");
            Assert.Equal(401, (int)wrong.StatusCode);
        }

        using var limited = await guesser.GetAsync("apps");
        using var right = await admin.GetAsync("apps");

        await Expect.ErrorAsync(limited, 429, "too_many_attempts", "Too many requests with a wrong admin token");
        Assert.InRange(limited.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Equal(200, (int)right.StatusCode);
    }
}
