using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Stats;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Interfaces.Stats;

namespace CampaignEngine.Cluster.Tests.Stats;

public sealed class ActivityTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task What_happened_is_counted_and_the_points_come_to_the_totals()
    {
        var campaign = await one.CampaignAsync();
        var won = await one.Engine.RecordAsync(campaign, "ann", "e-1");
        await one.Engine.RecordAsync(campaign, "bob", "e-1", "visit");
        var ann = await one.Engine.ParticipantAsync(campaign, "ann");
        var bob = await one.Engine.ParticipantAsync(campaign, "bob");
        await bob.AdjustPoints(new AdjustPointsRequest("a-1", true, 30, "Sorry", "key-1", null));
        await ann.SetDisplayName(new SetDisplayNameRequest("Ann", null));
        await one.Engine.Pool(campaign).VoidWin(new VoidWinRequest("key-1", won.WinCode()!, Restock: false, "Fraud"));

        var total = (await ann.Get())!.TotalPoints + (await bob.Get())!.TotalPoints;

        await BecomesAsync(campaign, new Activity(2, 2, total, 1, 1));
    }

    [Fact]
    public async Task What_comes_later_is_counted_when_it_is_asked_for_again()
    {
        var campaign = await one.CampaignAsync();
        await one.Engine.RecordAsync(campaign, "ann", "e-1", "visit");
        await BecomesAsync(campaign, new Activity(1, 1, 0, 0, 0));

        await one.Engine.RecordAsync(campaign, "ann", "e-2", "visit");
        await one.Engine.RecordAsync(campaign, "bob", "e-1", "visit");

        await BecomesAsync(campaign, new Activity(2, 3, 0, 0, 0));
    }

    [Fact]
    public async Task A_campaign_without_participants_has_empty_points()
    {
        var campaign = await one.CampaignAsync();

        await BecomesAsync(campaign, default);
    }

    [Fact]
    public async Task Another_engine_counts_the_same()
    {
        var campaign = await one.CampaignAsync();
        for (var user = 0; user < 40; user++)
        {
            for (var i = 0; i < 10; i++)
                await one.Engine.RecordAsync(campaign, $"user-{user}", $"e-{i}", "visit");
        }

        await BecomesAsync(campaign, new Activity(40, 400, 0, 0, 0));
        await using var other = await Engine.StartAsync(one.Journal);

        await BecomesAsync(campaign, new Activity(40, 400, 0, 0, 0), other);
    }

    private Task BecomesAsync(CampaignId campaign, Activity expected, Engine? engine = null) => Eventually.Holds(
        async () => await ReadAsync(engine ?? one.Engine, campaign) == expected, $"the activity is {expected}");

    /// <summary>Of the last day. Null while it is counted.</summary>
    private static async Task<Activity?> ReadAsync(Engine engine, CampaignId campaign)
    {
        var now = DateTimeOffset.UtcNow;
        var series = await engine.Grains.GetGrain<IActivityGrain>(CampaignKey.Format(campaign))
            .Read(new SeriesQuery(SeriesInterval.Hour, now.AddDays(-1), now.AddMinutes(1), "UTC"));
        return series?.Points.Aggregate(
            default(Activity),
            (sum, point) => sum + new Activity(point.Participants, point.Events, point.Points, point.Plays, point.Wins));
    }
}
