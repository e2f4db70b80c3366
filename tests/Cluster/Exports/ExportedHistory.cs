using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Exports;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Interfaces.Referrals;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Referrals;
using CampaignEngine.Journal.Testing;
using CampaignEngine.Verify.Files;

namespace CampaignEngine.Cluster.Tests.Exports;

/// <summary>A campaign in which everything happened, and what was exported of it.</summary>
/// <param name="Export">JSON lines.</param>
internal sealed record ExportedHistory(FairnessFile Fairness, string Export)
{
    private const int Users = 9, Purchases = 6;

    /// <summary>
    /// Plays, sales out, units over the day's limit, a change of the definition, corrections, exclusion, a restock, wins
    /// taken back in both ways, referrals, a prize that was handed out, a claim that nobody kept, and the end.
    /// </summary>
    public static async Task<ExportedHistory> MakeAsync(OneEngine one, string mode)
    {
        var now = DateTimeOffset.UtcNow;
        var campaign = await StartAsync(one.Engine, $"{mode}-{Guid.NewGuid():N}"[..20], ModeDefinitions.Of(mode, now));
        var slug = (await one.Engine.Campaign(campaign).Get())!.Slug;
        await LoseClaimsAsync(one, campaign);
        var codes = await PlayAsync(one, campaign, purchase: 1);
        await CorrectAsync(one.Engine, campaign);
        codes.AddRange(await PlayAsync(one, campaign, purchase: 2));
        Assert.Equal(CampaignReplyStatus.Done, (await one.Engine.Campaign(campaign).Define(
            slug, Encoding.UTF8.GetBytes(ModeDefinitions.Of(mode, now, ModeDefinitions.PointsAfter)))).Status);
        await one.Engine.Directory.RefreshAsync();
        if (mode != "deck")
            Assert.Equal(StockStatus.Done, (await one.Engine.Pool(campaign).Restock(new RestockRequest("tests", "r-1", "Silver", 5))).Status);
        await ReferAsync(one.Engine, campaign, "user-4", "user-5");
        await ReferAsync(one.Engine, campaign, "user-4", "somebody-new");
        await VoidAsync(one.Engine, campaign, codes[0], restock: true);
        await VoidAsync(one.Engine, campaign, codes[1], restock: false);
        Assert.Equal(RedeemWinStatus.Done, (await one.Engine.Pool(campaign).RedeemWin(new RedeemWinRequest("tests", codes[2]))).Status);
        for (var purchase = 3; purchase <= Purchases; purchase++)
            await PlayAsync(one, campaign, purchase);
        Assert.Equal(CampaignReplyStatus.Done, (await one.Engine.Campaign(campaign).End()).Status);
        await SettleAsync(one, campaign);
        return await ExportAsync(one.Engine, campaign, slug);
    }

    public static async Task<ExportedHistory> ExportAsync(Engine engine, CampaignId campaign, string slug)
    {
        var export = new StringBuilder();
        await foreach (var piece in engine.Grains.GetGrain<IExportGrain>(CampaignKey.Format(campaign)).Read(slug))
            export.Append(Encoding.UTF8.GetString(piece));
        var fairness = (await engine.Campaign(campaign).GetFairness(DateTimeOffset.UtcNow.AddHours(2)))!;
        return new ExportedHistory(
            new FairnessFile(
                fairness.Campaign, fairness.SeedHash, fairness.CampaignKeyHash, fairness.FrozenMembersHash, fairness.FrozenMembers,
                fairness.ActivatedAt.AddTicks(-(fairness.ActivatedAt.Ticks % TimeSpan.TicksPerSecond)),
                [.. fairness.Restocks.Select(restock => new FairnessRestock(restock.Tier, restock.Units, restock.At))],
                fairness.Seed),
            export.ToString());
    }

    /// <summary>In the live environment, where times can be compared.</summary>
    public static async Task<CampaignId> StartAsync(Engine engine, string slug, string definition)
    {
        var registry = engine.Grains.GetGrain<IRegistryGrain>(0);
        await registry.CreateApp(Engine.App, "tests");
        var id = new CampaignId(Engine.App, CampaignEnvironment.Live, await registry.ReserveSlug(Engine.App, CampaignEnvironment.Live, slug));
        var defined = await engine.Campaign(id).Define(slug, Encoding.UTF8.GetBytes(definition));
        Assert.True(defined.Status == CampaignReplyStatus.Done, string.Join('\n', defined.Errors));
        Assert.Equal(CampaignReplyStatus.Done, (await engine.Campaign(id).Activate()).Status);
        return id;
    }

    /// <returns>The codes that were won.</returns>
    private static async Task<List<string>> PlayAsync(OneEngine one, CampaignId campaign, int purchase)
    {
        List<string> codes = [];
        for (var user = 0; user < Users; user++)
        {
            var reply = await one.Engine.RecordAsync(campaign, $"user-{user}", $"e-{purchase}");
            Assert.Equal(RecordEventStatus.Recorded, reply.Status);
            if (reply.WinCode() is { } code)
                codes.Add(code);
        }

        Assert.Equal(RecordEventStatus.Recorded, (await one.Engine.RecordAsync(campaign, "user-0", $"v-{purchase}", "visit")).Status);
        return codes;
    }

    /// <summary>Some claims whose participants never kept them, until one of them was of a prize.</summary>
    private static async Task LoseClaimsAsync(OneEngine one, CampaignId campaign)
    {
        for (var i = 0; (await one.Reader(campaign).PoolAsync<Grains.Prizes.Stored.StoredClaimVoided>()).Count == 0; i++)
        {
            Assert.True(i < 20, "No play had a claim.");
            one.Faults(campaign).AtNext<StoredEvent>(AppendFault.ThrowsWithoutCommitting);
            Assert.Equal(RecordEventStatus.OutcomeUnknown, (await one.Engine.RecordAsync(campaign, $"lost-{i}", "e-1")).Status);
            await SettleAsync(one, campaign);
            Assert.Equal(RecordEventStatus.Recorded, (await one.Engine.RecordAsync(campaign, $"lost-{i}", "e-2")).Status);
        }
    }

    private static async Task CorrectAsync(Engine engine, CampaignId campaign)
    {
        await AdjustAsync("user-1", 450);
        await AdjustAsync("user-2", -1_000_000);
        var excluded = await engine.ParticipantAsync(campaign, "user-3");
        Assert.Equal(CorrectionStatus.Done, await excluded.ChangeExclusion(new ChangeExclusionRequest(true, "Test", "tests", null)));

        async Task AdjustAsync(string user, long points)
        {
            var participant = await engine.ParticipantAsync(campaign, user);
            Assert.Equal(CorrectionStatus.Done, (await participant.AdjustPoints(new AdjustPointsRequest("a-1", true, points, "Test", "tests", null))).Status);
        }
    }

    private static async Task ReferAsync(Engine engine, CampaignId campaign, string referrer, string referee)
    {
        var request = new BeginReferralRequest(referee, (await engine.RefAsync(campaign, referrer)).Value, referrer, "r-1", true, TestClock: null);
        var reply = await new ReferralSteps(new ParticipantGrains(engine.Grains)).ReferAsync(campaign, await engine.RefAsync(campaign, referee), request);
        Assert.Equal(ReferralStatus.Done, reply.Status);
    }

    private static async Task VoidAsync(Engine engine, CampaignId campaign, string code, bool restock) => Assert.Equal(
        VoidWinStatus.Done, (await engine.Pool(campaign).VoidWin(new VoidWinRequest("tests", code, restock, "Test"))).Status);

    private static Task SettleAsync(OneEngine one, CampaignId campaign) => Eventually.Holds(async () =>
    {
        await one.Engine.Pool(campaign).Resume();
        return !(await one.Reader(campaign).PendingAsync()).Contains(Journal.StreamKind.PrizePool);
    }, "nothing is open");
}
