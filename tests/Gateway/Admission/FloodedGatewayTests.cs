using System.Text;
using CampaignEngine.Gateway.Admission;
using CampaignEngine.Gateway.Tests.Support;
using CampaignEngine.Grains.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace CampaignEngine.Gateway.Tests.Admission;

/// <summary>Over HTTP, in a gateway that works on eight requests at once and lets eight wait.</summary>
public sealed class FloodedGatewayTests : IAsyncLifetime
{
    private const int Places = 8;
    private const int Queue = 8;

    private GatewayHost? _host;

    private GatewayHost Host => _host!;

    private AdmissionGate Gate => Host.Services.GetRequiredService<AdmissionGate>();

    public async Task InitializeAsync()
    {
        _host = await GatewayHost.StartAsync([$"--Admission:Limit={Places}", $"--Admission:Queue={Queue}", "--Admission:QueueMilliseconds=100", AdminClient.Setting]);
        await new TestWorld(Host.Services).BuildAsync();
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task Three_times_what_it_can_take_gets_200_or_503_and_nothing_else_and_afterwards_all_is_well()
    {
        var entries = await Host.CountEntriesAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3 * (Places + Queue)).Select(async client =>
        {
            var recorded = 0;
            for (var i = 0; i < 40; i++)
            {
                using var answer = await PostAsync($"u{client}", TestKeys.Test);
                if ((int)answer.StatusCode == 200)
                    recorded++;
                else
                    await AssertOverloadedAsync(answer);
            }

            return recorded;
        }));

        Assert.InRange(answers.Sum(), 1, 3 * (Places + Queue) * 40);
        Assert.Equal(answers.Sum(), await Host.CountEntriesAsync() - entries);
        await AssertRecoveredAsync();
    }

    [Fact]
    public async Task An_app_that_holds_all_it_may_waits_for_itself_and_stops_nobody_else()
    {
        var app = (await Host.Services.GetRequiredService<ICampaignDirectory>().FindKeyAsync(TestKeys.Test))!.App;
        Assert.True(await Gate.EnterAsync(app, Places));

        var flood = await Task.WhenAll(Enumerable.Range(0, 3 * Queue).Select(i => PostAsync($"u{i}", TestKeys.Test)));
        using var other = await Host.Client.SendAsync(Request(HttpMethod.Get, "/v1/campaigns", TestKeys.OtherApp));
        using var live = await Host.Client.GetAsync("/healthz/live");
        using var ready = await Host.Client.GetAsync("/healthz/ready");
        using var metrics = await Host.Client.GetAsync("/metrics");
        using var nobody = await Host.Client.SendAsync(Request(HttpMethod.Get, "/v1/campaigns", "sk_test_ffffffffffffffffffffffffffffffff"));

        foreach (var answer in flood)
        {
            await AssertOverloadedAsync(answer);
            answer.Dispose();
        }

        Assert.Equal([200, 200, 200, 200], [(int)other.StatusCode, (int)live.StatusCode, (int)ready.StatusCode, (int)metrics.StatusCode]);
        Assert.Equal(401, (int)nobody.StatusCode);
        Assert.Contains("campaign_admissions_total", await metrics.Content.ReadAsStringAsync());

        Gate.Leave(app, Places);
        await AssertRecoveredAsync();
    }

    [Fact]
    public async Task Who_holds_the_admin_token_is_one_among_the_apps()
    {
        Assert.True(await Gate.EnterAsync(Admittance.Admin, Places));

        var request = new HttpRequestMessage(HttpMethod.Get, "/v1/admin/apps") { Headers = { { "Authorization", $"Bearer {AdminClient.Token}" } } };
        using var refused = await Host.Client.SendAsync(request);
        using var other = await PostAsync("u", TestKeys.Test);

        await AssertOverloadedAsync(refused);
        Assert.Equal(200, (int)other.StatusCode);
    }

    private async Task AssertRecoveredAsync()
    {
        for (var i = 0; i < 2 * Places; i++)
        {
            using var answer = await PostAsync($"later{i}", TestKeys.Test);
            Assert.Equal(200, (int)answer.StatusCode);
        }

        // A place is given back after the answer was written.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Gate.InUse > 0)
            await Task.Delay(10, patience.Token);
        Assert.Equal((0, 0), (Gate.InUse, Gate.Queued));
    }

    private static async Task AssertOverloadedAsync(HttpResponseMessage answer)
    {
        await Expect.ErrorAsync(answer, 503, "overloaded", "Too many requests at once; nothing was recorded, send the same request again");
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
    }

    private Task<HttpResponseMessage> PostAsync(string userId, string key)
    {
        var request = Request(HttpMethod.Post, "/v1/campaigns/points/events", key);
        request.Content = new StringContent($$"""{"userId":"{{userId}}","eventType":"purchase"}""", Encoding.UTF8, "application/json");
        return Host.Client.SendAsync(request);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string key) =>
        new(method, path) { Headers = { { "X-API-Secret", key } } };
}
