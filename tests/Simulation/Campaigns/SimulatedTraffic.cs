using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Simulation.Tests.Campaigns;

/// <summary>What users and managers do: repeats, other requests with a used id, batches, corrections, voids, more stock.</summary>
internal sealed class SimulatedTraffic(SimulatedCampaign campaign, SimulatedClients clients, IGrainFactory grains, Random random)
{
    private readonly int _users = random.Next(1, 8);
    private readonly int _ids = random.Next(2, 24);

    private IPrizePoolGrain Pool => grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(campaign.Id));

    /// <summary>One client, which sends one thing after another.</summary>
    public async Task WorkAsync(int events, TimeProvider time)
    {
        for (var i = 0; i < events; i++)
        {
            var user = $"user-{random.Next(_users)}";
            var together = random.Next(8) == 0 ? 8 : 1;
            await clients.SendAsync(user, [.. Enumerable.Range(0, together).Select(_ =>
                ($"e-{random.Next(_ids)}", random.Next(20) == 0 ? "other" : "same"))]);
            if (random.Next(12) == 0)
                await ManageAsync(user);
            if (random.Next(4) == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, 3_000)), time);
        }
    }

    /// <summary>Whatever becomes of it: the entries must add up with it or without.</summary>
    private async Task ManageAsync(string user)
    {
        var key = $"k-{random.Next(4)}";
        try
        {
            await (random.Next(6) switch
            {
                0 => clients.Participant(user).ChangeExclusion(
                    new ChangeExclusionRequest(random.Next(2) == 0, "Because", "key-1", TestClock: null)).AsTask(),
                1 => clients.Participant(user).AdjustPoints(new AdjustPointsRequest(
                    $"a-{key}", RequestIdGiven: true, random.Next(2) == 0 ? 40 : -90, "Because", "key-1", TestClock: null)).AsTask(),
                2 => Pool.Resume(),
                3 when SomeCode() is { } code => Pool.VoidWin(new VoidWinRequest("key-1", code, random.Next(2) == 0, "Because")),
                4 when SomeCode() is { } code => Pool.RedeemWin(new RedeemWinRequest("key-1", code, key, Winner: null)),
                _ => Pool.Restock(new RestockRequest("key-1", key, SimulatedCampaign.Tier, 1 + key[^1] % 2)),
            });
        }
        catch (Exception exception) when (PassingFailures.IsPassing(exception))
        {
            // Asked for again until it is done, where it is pending work.
        }
    }

    private string? SomeCode()
    {
        var won = clients.Answers.Where(answer => answer.IsRecorded).Select(answer => AnswerText.Read(answer.Data).WinCode).OfType<string>().Distinct().ToList();
        return won.Count == 0 ? null : won[random.Next(won.Count)];
    }
}
