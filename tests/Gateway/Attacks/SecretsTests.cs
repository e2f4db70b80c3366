using CampaignEngine.Gateway.Tests.Reference;
using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Gateway.Tests.Telemetry;

namespace CampaignEngine.Gateway.Tests.Attacks;

/// <summary>Every operation is used as the reference shows it, and then as nobody may.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class SecretsTests(TalkativeGateway gateway) : IClassFixture<TalkativeGateway>
{
    [Fact]
    public async Task No_log_no_metric_no_trace_and_no_error_holds_a_secret()
    {
        var secrets = new HashSet<string> { AdminClient.Token, TalkativeGateway.MasterKey, Convert.ToHexString(Convert.FromBase64String(TalkativeGateway.MasterKey)) };
        var errors = new List<string>();
        foreach (var route in DescribedRoutes.All)
        {
            var world = await Preparations.RunAsync(gateway, route.Operation.Id);
            // The prefix of a key says nothing.
            secrets.UnionWith([world.EventsKey["sk_test_".Length..], world.ManageKey["sk_test_".Length..]]);
            secrets.UnionWith(new[] { world.WinCode, world.Code }.Except([ExampleWorld.ShownWinCode, ExampleWorld.ShownCode]));
            foreach (var example in route.Operation.Examples)
            {
                using var answer = await ExampleCall.SendAsync(gateway, world, route, example);
                secrets.UnionWith(Secrets.In(await answer.Content.ReadAsStringAsync()));
                using var refused = await ExampleCall.SendAsync(gateway, world, route, example with { Request = example.Request is null ? null : $"{example.Request}x" }, world.EventsKey);
                errors.Add((int)refused.StatusCode >= 400 ? await refused.Content.ReadAsStringAsync() : "");
            }
        }

        // The server hands the path of a request along with each line, for formatters that ask for it.
        var logged = gateway.Log.Lines.Where(line => !line.StartsWith("RequestPath:", StringComparison.Ordinal)).ToList();
        var told = new (string, IReadOnlyCollection<string>)[] { ("log", logged), ("error", errors), ("metric", [(await MetricsPage.GetAsync(gateway.Client)).Text]), ("span", gateway.SpanTexts) };
        Assert.True(secrets.Count > DescribedRoutes.All.Count * 2);
        foreach (var (where, lines) in told)
        {
            Assert.NotEmpty(lines);
            foreach (var line in lines)
                Assert.True(!secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)), $"A {where} holds a secret: {line}");
        }
    }
}
