using System.Text;
using CampaignEngine.Gateway.Tests.Prizes;
using CampaignEngine.Gateway.Tests.Support;

namespace CampaignEngine.Gateway.Tests.Attacks;

/// <summary>Thirty requests at once, in one packet or each on a connection of its own, where less than thirty are due.</summary>
[Collection(SharedGateway.Name)]
public sealed class CapTests(GatewayFixture gateway)
{
    private const int Count = 30;

    private const string Gold = """ { "name": "Gold", "quantity": 1000, "odds": 1, "points": 0 } """;

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(Count)]
    public async Task Nobody_plays_more_often_than_he_may(int connections)
    {
        var slug = await gateway.ActivateAsync(Stocks.Definition("odds", Gold, """ "maxPlays": [ { "times": 3, "per": "campaign" } ], """));

        var answers = await PurchaseAsync(slug, connections, _ => "ann");

        Assert.Equal(3, answers.Count(answer => answer.Status == 200));
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Contains("\"plays_exceeded\"", answer.Body, StringComparison.Ordinal));
        Assert.Equal(300, await TotalAsync(slug, "ann"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Count)]
    public async Task A_rule_gives_points_as_often_a_day_as_it_says(int connections)
    {
        var slug = await gateway.ActivateAsync(Points(""" "limits": [ { "times": 4, "per": "day" } ] """, """ "maxPointsPerUser": [] """));

        var answers = await PurchaseAsync(slug, connections, _ => "ann");

        Assert.Equal(40, answers.Sum(Earned));
        Assert.Equal(40, await TotalAsync(slug, "ann"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Count)]
    public async Task Nobody_gets_more_points_than_he_may(int connections)
    {
        var slug = await gateway.ActivateAsync(Points(""" "limits": [] """, """ "maxPointsPerUser": [ { "points": 75, "per": "campaign" } ] """));

        var answers = await PurchaseAsync(slug, connections, _ => "ann");

        Assert.Equal(75, answers.Sum(Earned));
        Assert.Equal(75, await TotalAsync(slug, "ann"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Count)]
    public async Task Nobody_wins_more_often_than_he_may(int connections)
    {
        var slug = await gateway.ActivateAsync(Stocks.Definition("odds", Gold, """ "maxWinsPerUser": 2, """));

        var answers = await PurchaseAsync(slug, connections, _ => "ann");

        Assert.Equal(2, WinCodes(answers).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Count)]
    public async Task No_more_prizes_are_given_than_there_are(int connections)
    {
        var slug = await gateway.ActivateAsync(Stocks.Definition("odds", """ { "name": "Gold", "quantity": 7, "odds": 1, "points": 0 } """));

        var answers = await PurchaseAsync(slug, connections, i => $"user-{i}");

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(7, WinCodes(answers).Distinct().Count());
        Assert.Equal(7, WinCodes(answers).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Count)]
    public async Task An_event_is_recorded_once(int connections)
    {
        var slug = await gateway.ActivateAsync(Stocks.Definition("odds", Gold));
        var request = Bursts.Post($"/v1/campaigns/{slug}/events", Purchase("ann"), "one");

        var answers = await Bursts.SendAsync(gateway.Client.BaseAddress!, connections, [.. Enumerable.Repeat(request, Count)]);

        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.Equal(Count - 1, answers.Count(answer => answer.Header("Idempotent-Replayed") == "true"));
        Assert.Equal(100, await TotalAsync(slug, "ann"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Count)]
    public async Task A_code_gives_its_points_to_one(int connections)
    {
        var slug = await gateway.ActivateAsync(Stocks.Definition("odds", Gold, codes: true));
        using var generated = await gateway.PostAsync("/v1/campaigns/codes/generate", $$"""{"slug":"{{slug}}","batchSize":1,"pointsValue":50}""");
        var code = (await Expect.DataAsync(generated)).GetProperty("codes")[0].GetString();

        var answers = await SendAsync(connections, i =>
            Bursts.Post($"/v1/campaigns/{slug}/redeem", $$"""{"userId":"user-{{i}}","code":"{{code}}"}"""));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Contains("\"code_redeemed\"", answer.Body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Count)]
    public async Task A_prize_is_handed_out_by_one_till(int connections)
    {
        var slug = await gateway.ActivateAsync(Stocks.Definition("odds", Gold));
        var code = await gateway.WinAsync(slug, "ann");

        var answers = await SendAsync(connections, i => Bursts.Post($"/v1/campaigns/{slug}/wins/{code}/redeem", "", $"till-{i}"));

        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => Assert.Contains("\"win_redeemed\"", answer.Body, StringComparison.Ordinal));
    }

    private static byte[] Points(string limits, string cap) => Encoding.UTF8.GetBytes($$"""
        { "name": "Test", {{Definitions.Always}},
          "points": { "rules": [ { "id": "purchase", "eventType": "purchase", "points": 10, {{limits}} } ], {{cap}} } }
        """);

    private static string Purchase(string user) => $$"""{"userId":"{{user}}","eventType":"purchase"}""";

    private Task<IReadOnlyList<RawAnswer>> PurchaseAsync(string slug, int connections, Func<int, string> user) =>
        SendAsync(connections, i => Bursts.Post($"/v1/campaigns/{slug}/events", Purchase(user(i))));

    private Task<IReadOnlyList<RawAnswer>> SendAsync(int connections, Func<int, byte[]> request) =>
        Bursts.SendAsync(gateway.Client.BaseAddress!, connections, [.. Enumerable.Range(0, Count).Select(request)]);

    private async Task<long> TotalAsync(string slug, string user)
    {
        using var answer = await gateway.GetParticipantAsync(slug, user);
        return (await Expect.DataAsync(answer)).GetProperty("totalPoints").GetInt64();
    }

    private static long Earned(RawAnswer answer) => answer.Data().GetProperty("pointsEarned").GetInt64();

    private static List<string> WinCodes(IEnumerable<RawAnswer> answers) =>
    [
        .. answers.Select(answer => answer.Data().GetProperty("instantWin"))
            .Where(win => win.GetProperty("won").GetBoolean())
            .Select(win => win.GetProperty("winCode").GetString()!),
    ];
}
