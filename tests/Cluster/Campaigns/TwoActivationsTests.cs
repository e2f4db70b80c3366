using System.Text;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Campaigns;

public sealed class TwoActivationsTests(TwoEngines two) : IClassFixture<TwoEngines>
{
    private static readonly string s_definition = Definitions.InstantWin(odds: "0.5", quantity: 10);

    [Fact]
    public async Task Of_two_that_replace_the_same_version_one_wins()
    {
        var campaign = await two.CampaignAsync(odds: "0.5");

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => DefineAsync(Engine(number), campaign, $"Name {number}", ifVersion: 1)));

        Assert.Single(replies, reply => reply.Status == CampaignReplyStatus.Done);
        Assert.All(replies, reply => Assert.True(reply.Status is CampaignReplyStatus.Done or CampaignReplyStatus.VersionMismatch, reply.Status.ToString()));
        Assert.Equal([1, 2], (await two.Reader(campaign).CampaignAsync()).OfType<CampaignDefined>().Select(defined => defined.Version));
    }

    [Fact]
    public async Task One_that_is_behind_knows_neither_version_nor_status_better()
    {
        var campaign = await two.CampaignAsync(odds: "0.5");
        await two.First.Campaign(campaign).Get();
        Assert.Equal(CampaignReplyStatus.Done, (await DefineAsync(two.Second, campaign, "Second", ifVersion: 1)).Status);
        await two.Second.Campaign(campaign).Pause();

        var mismatch = await DefineAsync(two.First, campaign, "Third", ifVersion: 1);
        var read = await two.First.Campaign(campaign).Get();

        Assert.Equal((CampaignReplyStatus.VersionMismatch, 2), (mismatch.Status, mismatch.Version));
        Assert.Equal(("Second", CampaignStatus.Paused), (read!.Name, read.Status));
    }

    [Fact]
    public async Task Activated_at_both_it_gets_one_seed()
    {
        var registry = two.First.Grains.GetGrain<IRegistryGrain>(0);
        await registry.CreateApp(Cluster.Tests.Engine.App, "tests");
        for (var round = 0; round < Heavy.Count(light: 5, heavy: 100); round++)
        {
            var slug = $"both-{Guid.NewGuid():N}";
            var campaign = new CampaignId(Cluster.Tests.Engine.App, CampaignEnvironment.Test,
                await registry.ReserveSlug(Cluster.Tests.Engine.App, CampaignEnvironment.Test, slug));
            await DefineAsync(two.First, campaign, "Test", ifVersion: 0);

            var replies = await Task.WhenAll(two.First.Campaign(campaign).Activate(), two.Second.Campaign(campaign).Activate());

            Assert.All(replies, reply => Assert.Equal(CampaignReplyStatus.Done, reply.Status));
            Assert.Single((await two.Reader(campaign).CampaignAsync()).OfType<CampaignActivated>());
        }
    }

    [Fact]
    public async Task Asked_at_both_the_seed_is_published_once()
    {
        var campaign = await two.CampaignAsync(odds: "0.5");
        await two.First.Campaign(campaign).End();
        var inTwoHours = DateTimeOffset.UtcNow.AddHours(2);

        var views = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Engine(number).Campaign(campaign).GetFairness(inTwoHours).AsTask()));

        Assert.Single(views.Select(view => Convert.ToHexString(view!.Seed!)).Distinct());
        Assert.Single((await two.Reader(campaign).CampaignAsync()).OfType<CampaignSeedPublished>());
    }

    [Fact]
    public async Task A_definition_changed_at_one_decides_the_next_event_at_the_other()
    {
        var campaign = await two.CampaignAsync(odds: "0.000000000001");
        await two.Second.RecordAsync(campaign, "ann", "e-1");
        await DefineAsync(two.First, campaign, "Test", ifVersion: 1, Definitions.InstantWin(odds: "0.000000000001", quantity: 10)
            .Replace("\"points\": 100 }", "\"points\": 7 }", StringComparison.Ordinal));

        await two.Second.Directory.RefreshAsync();
        await two.Second.RecordAsync(campaign, "ann", "e-2");

        var ann = await two.Reader(campaign).ParticipantAsync(await two.First.RefAsync(campaign, "ann"));
        Assert.Equal([(1, 100L), (2, 7L)], ann.Events.Select(recorded => (recorded.DefinitionVersion, recorded.PointsEarned)));
    }

    [Fact]
    public async Task What_cannot_be_audited_is_not_done()
    {
        var campaign = await two.CampaignAsync(odds: "0.5");
        two.Journal.OnAppend = (stream, _) => stream.Kind == CampaignEngine.Journal.StreamKind.Audit ? AppendFault.ThrowsWithoutCommitting : null;

        var reply = await two.First.Campaign(campaign).Pause("somebody");
        two.Journal.OnAppend = null;
        var again = await two.First.Campaign(campaign).Pause("somebody");

        Assert.Equal(CampaignReplyStatus.Unavailable, reply.Status);
        Assert.Equal(CampaignStatus.Active, reply.Campaign);
        Assert.Equal((CampaignReplyStatus.Done, CampaignStatus.Paused), (again.Status, again.Campaign));
        var newest = (await two.First.Grains.GetGrain<IAuditGrain>(CampaignKey.Format(campaign)).Read(before: null, limit: 1))[0];
        Assert.Equal(("campaign_paused", "somebody"), (newest.Action.Action, newest.Action.Actor));
    }

    private Engine Engine(int number) => number % 2 == 0 ? two.First : two.Second;

    private static Task<CampaignReply> DefineAsync(
        Engine engine, CampaignId campaign, string name, int ifVersion, string? definition = null) => engine.Campaign(campaign).Define(
        "test-slug",
        Encoding.UTF8.GetBytes((definition ?? s_definition).Replace("\"name\": \"Test\"", $"\"name\": \"{name}\"", StringComparison.Ordinal)),
        "somebody",
        ifVersion);
}
