using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;

namespace CampaignEngine.Cluster.Tests.Histories;

/// <summary>
/// Random events of few users with few ids at two engines, and how it ends: everything sold, nothing left to be done.
/// </summary>
/// <param name="events">How many are sent before the end.</param>
internal sealed class Traffic(int events)
{
    private const int Workers = 12;
    private const string Regular = "regular";

    /// <summary>In one call, and so in one append.</summary>
    private const int VisitsTogether = 32;

    /// <summary>More than a participant keeps in memory, also when a fault or two take theirs.</summary>
    private const int RegularVisits = 24 * VisitsTogether;

    private readonly int _users = events / 100;

    public int Units { get; } = events / 40;

    public string Definition => $$"""
        {
          "name": "Test", "startsAt": "2020-01-01T00:00:00Z", "endsAt": "2120-01-01T00:00:00Z",
          "points": {
            "rules": [
              { "id": "purchase", "eventType": "purchase", "points": 100 },
              { "id": "welcome", "eventType": "purchase", "points": 7, "limits": [ { "times": 3, "per": "week" } ] },
              { "id": "now-and-then", "eventType": "purchase", "points": 3, "cooldownSeconds": 1 } ],
            "maxPointsPerUser": [ { "points": 1505, "per": "day" } ] },
          "milestones": [
            { "id": "bronze", "name": "Bronze", "points": 500, "bonusPoints": 50 },
            { "id": "each", "name": "Each 5 purchases", "eventType": "purchase", "count": 5, "repeats": true, "bonusPoints": 11 } ],
          "streak": { "eventTypes": ["purchase"], "bonuses": [ { "days": 1, "points": 5 } ] },
          "instantWin": {
            "eventTypes": ["purchase"], "mode": "odds",
            "maxPlays": [ { "times": 60, "per": "day" } ], "maxWinsPerUser": 9, "whenPlaysExceeded": "reject",
            "tiers": [ { "name": "Gold", "quantity": {{Units}}, "odds": 0.3, "points": 500 } ] }
        }
        """;

    public async Task SendAsync(Engine first, Engine second, CampaignId campaign, Clients clients, int seed)
    {
        for (var sent = 0; sent < RegularVisits; sent += VisitsTogether)
            await clients.SendAsync(first, Regular, [.. Enumerable.Range(sent, VisitsTogether).Select(number => ($"e-{number}", Clients.Visit))]);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker =>
            WorkAsync(worker % 2 == 0 ? first : second, campaign, clients, new Random(seed + worker))));
    }

    /// <summary>Makes every outcome known, sells out, waits until no work is left, and takes everything down.</summary>
    public async Task<CampaignRecord> FinishAsync(
        Engine first, Engine second, CampaignId campaign, Clients clients, CampaignReader reader)
    {
        await clients.AskForUnknownAsync(first);
        await SellOutAsync(first, second, campaign, clients);
        await Eventually.Holds(async () =>
        {
            await first.Pool(campaign).Resume();
            return (await reader.PendingAsync()).Count == 0;
        }, "no work is left");

        var users = clients.Answers.Select(answer => answer.User).Distinct();
        return await CampaignRecords.TakeAsync(second, reader, campaign, Definition, users, clients.Answers);
    }

    private async Task WorkAsync(Engine engine, CampaignId campaign, Clients clients, Random random)
    {
        for (var i = 0; i < events / Workers; i++)
        {
            // Few ids for each user, so that many requests are repeats; some with another body.
            var user = $"user-{random.Next(_users)}";
            // Half of them come together with others, as in a batch.
            var together = random.Next(8) == 0 ? 8 : 1;
            await clients.SendAsync(engine, user, [.. Enumerable.Range(0, together).Select(_ =>
                ($"e-{random.Next(events / _users)}", random.Next(20) == 0 ? "other" : "same"))]);
            i += together - 1;
            // Somebody who has been here often sends again what was long ago.
            if (random.Next(20) == 0)
                await clients.SendAsync(engine, Regular, $"e-{random.Next(VisitsTogether)}", Clients.Visit);
            if (random.Next(100) == 0)
                await ResumeAsync(engine, campaign);
            if (random.Next(20) == 0)
                await CorrectAsync(engine, campaign, user, random);
        }
    }

    /// <summary>I10: with nothing going wrong, whoever plays wins as long as a unit is free.</summary>
    private async Task SellOutAsync(Engine first, Engine second, CampaignId campaign, Clients clients)
    {
        await first.Pool(campaign).Resume();
        for (var i = 0; Assert.Single(await second.Pool(campaign).GetStock()).Remaining > 0; i++)
        {
            Assert.True(i < 50 * Units, "Units are left and nobody wins them.");
            await clients.SendAsync(i % 2 == 0 ? first : second, $"late-{i}", "e-1", "same");
        }
    }

    /// <summary>Whatever becomes of it: the entries must add up with it or without.</summary>
    private static async Task CorrectAsync(Engine engine, CampaignId campaign, string user, Random random)
    {
        var participant = await engine.ParticipantAsync(campaign, user);
        if (random.Next(2) == 0)
            await participant.ChangeExclusion(new ChangeExclusionRequest(random.Next(2) == 0, "Because", "key-1", TestClock: null));
        else
            await participant.AdjustPoints(new AdjustPointsRequest(
                $"a-{random.Next(3)}", RequestIdGiven: true, random.Next(2) == 0 ? 40 : -90, "Because", "key-1", TestClock: null));
    }

    private static async Task ResumeAsync(Engine engine, CampaignId campaign)
    {
        try
        {
            await engine.Pool(campaign).Resume();
        }
        catch (Exception)
        {
            // Pending work is asked for again until it is done.
        }
    }
}
