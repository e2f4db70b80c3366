using CampaignEngine.Gateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CampaignEngine.Gateway.Tests.Admin;

public sealed class SecretsInLogsTests
{
    [Fact]
    public async Task Not_even_the_most_talkative_log_holds_a_secret()
    {
        var log = new LogText();
        const string Wrong = "a-wrong-token-that-somebody-mistyped";
        string secret, retried;
        await using (var host = await GatewayHost.StartAsync(
            [AdminClient.Setting, "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace", "--Logging:LogLevel:Orleans=Trace"],
            builder => builder.Services.AddSingleton<ILoggerProvider>(log)))
        {
            using var admin = new AdminClient(host.Client.BaseAddress!);
            var app = await admin.AppAsync();
            secret = (await admin.KeyAsync(app)).Secret;
            using var made = await admin.PostAsync($"apps/{app}/keys", """{"environment":"test"}""", "logged");
            retried = (await Expect.DataAsync(made)).GetProperty("secret").GetString()!;
            using var guesser = new AdminClient(host.Client.BaseAddress!, Wrong);
            using var refused = await guesser.GetAsync("apps");
            host.Client.DefaultRequestHeaders.Add("X-API-Secret", secret);
            using var used = await host.Client.GetAsync("/v1/campaigns/none/participants/u");
        }

        Assert.Contains(log.Lines, line => line.Contains("came with a wrong admin token", StringComparison.Ordinal));
        Assert.Contains(log.Lines, line => line.Contains("/v1/admin/apps", StringComparison.Ordinal));
        foreach (var hidden in new[] { AdminClient.Token, Wrong, secret[8..], retried[8..] })
            Assert.DoesNotContain(log.Lines, line => line.Contains(hidden, StringComparison.OrdinalIgnoreCase));
    }
}
