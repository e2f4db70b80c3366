using System.Text;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Codes;

public sealed class BatchTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task A_key_makes_one_batch_and_shows_it_for_a_day()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var now = DateTimeOffset.UtcNow;

        var first = await one.Engine.GenerateAsync(campaign, "k-1", now: now);

        Assert.Equal(first with { Replayed = true }, await one.Engine.GenerateAsync(campaign, "k-1", now: now.AddHours(24)));
        Assert.Equal(GenerateCodesStatus.NoLongerShown, (await one.Engine.GenerateAsync(campaign, "k-1", now: now.AddHours(24).AddTicks(1))).Status);
        Assert.Equal(GenerateCodesStatus.KeyReused, (await one.Engine.GenerateAsync(campaign, "k-1", size: 4, now: now)).Status);
        Assert.Equal(GenerateCodesStatus.KeyReused, (await one.Engine.GenerateAsync(campaign, "k-1", label: "", now: now)).Status);
        Assert.NotEqual(first.Batch!.Id, (await one.Engine.GenerateAsync(campaign, "k-2", now: now)).Batch!.Id);
        Assert.Equal(2, (await one.Engine.Batches(campaign).List(0, 10)).Total);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_nobody_knows_whether_it_was_kept_the_key_makes_one_batch(bool isKept)
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        one.Faults(campaign).AtNext<StoredBatchGenerated>(isKept ? AppendFault.CommitsAndThrows : AppendFault.ThrowsWithoutCommitting);

        var failed = await one.Engine.GenerateAsync(campaign, "k-1");
        var retried = await one.Engine.GenerateAsync(campaign, "k-1");

        Assert.Equal(GenerateCodesStatus.OutcomeUnknown, failed.Status);
        Assert.Equal((GenerateCodesStatus.Done, isKept), (retried.Status, retried.Replayed));
        Assert.Equal(1, (await one.Engine.Batches(campaign).List(0, 10)).Total);
    }

    [Fact]
    public async Task Batches_are_listed_newest_first()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        foreach (var label in (string[])["a", "b", "c"])
            await one.Engine.GenerateAsync(campaign, label: label);

        var page = await one.Engine.Batches(campaign).List(1, 1);

        Assert.Equal(("b", 3), (Assert.Single(page.Batches).Label, page.Total));
    }

    [Fact]
    public async Task Refusals_come_in_order()
    {
        var past = DateTimeOffset.UtcNow.AddMinutes(-1);
        var without = await one.CampaignAsync();
        var campaign = await one.Engine.CodesCampaignAsync();

        Assert.Equal(GenerateCodesStatus.NotEnabled, (await one.Engine.GenerateAsync(without, expiresAt: past)).Status);
        Assert.Equal(GenerateCodesStatus.ExpiresInPast, (await one.Engine.GenerateAsync(campaign, expiresAt: past)).Status);
        await one.Engine.Campaign(campaign).Pause();
        await one.Engine.Directory.RefreshAsync();
        var made = await one.Engine.GenerateAsync(campaign, "k-1");
        Assert.Equal(GenerateCodesStatus.Done, made.Status);
        await one.Engine.Campaign(campaign).End();
        await one.Engine.Directory.RefreshAsync();
        Assert.Equal(GenerateCodesStatus.CampaignEnded, (await one.Engine.GenerateAsync(campaign)).Status);
        Assert.True((await one.Engine.GenerateAsync(campaign, "k-1")).Replayed);
    }

    [Fact]
    public async Task Codes_and_win_codes_of_all_campaigns_of_an_app_are_different()
    {
        HashSet<string> seen = [];
        for (var i = 0; i < 3; i++)
        {
            // The prefix is the same, so that only the numbers can make them differ.
            var campaign = await one.Engine.CodesCampaignAsync();
            var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign, size: 500);
            for (var index = 0; index < 500; index++)
                Assert.True(seen.Add(batch[index]));
            for (var win = 0; win < 10; win++)
                Assert.True(seen.Add((await one.Engine.RecordAsync(campaign, $"user-{win}", "e-1")).WinCode()!));
        }
    }

    [Fact]
    public async Task Revoking_spares_what_is_redeemed_may_be_repeated_and_is_audited_once()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign, size: 5);
        await one.Engine.RedeemAsync(campaign, "ann", batch[0]);

        Assert.Equal(RevokeCodesStatus.Redeemed, (await RevokeAsync(0)).Status);
        Assert.Equal(new RevokeCodesReply(RevokeCodesStatus.Done, 1), await RevokeAsync(1));
        Assert.Equal(new RevokeCodesReply(RevokeCodesStatus.Done, 1), await RevokeAsync(1));
        Assert.Equal(new CodeStats(3, 1, 0, 1, 1), await one.Engine.Batches(campaign).Count(DateTimeOffset.UtcNow));
        Assert.Equal(new RevokeCodesReply(RevokeCodesStatus.Done, 4), await RevokeAsync(null));
        Assert.Equal(new RevokeCodesReply(RevokeCodesStatus.Done, 4), await RevokeAsync(null));
        Assert.Equal(RevokeCodesStatus.NotFound, (await RevokeAsync(5)).Status);
        Assert.Equal(new CodeStats(0, 1, 0, 4, 1), await one.Engine.Batches(campaign).Count(DateTimeOffset.UtcNow));
        var actions = (await Prizes.RestockTests.AuditsAsync(one.Engine, campaign)).Select(audit => audit.Split(' ')[0]).ToList();
        Assert.Equal(1, actions.Count(action => action == "code_revoked"));
        Assert.Equal(1, actions.Count(action => action == "code_batch_revoked"));
        Assert.Equal(1, actions.Count(action => action == "codes_generated"));

        Task<RevokeCodesReply> RevokeAsync(int? index) => batch.At(one.Engine).Revoke(new RevokeCodesRequest("key", index, "Test"));
    }

    [Fact]
    public async Task Nothing_that_is_kept_of_a_batch_reveals_a_code()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign);
        await one.Engine.RedeemAsync(campaign, "ann", batch[0]);
        await batch.At(one.Engine).Revoke(new RevokeCodesRequest("key", 1, "Test"));

        foreach (var stream in new[] { StreamNames.CodeBatches(campaign), StreamNames.CodeBatch(campaign, batch.View.Id), StreamNames.Audit(campaign) })
        {
            await foreach (var entry in one.Journal.ReadEntriesAsync(stream, 1))
            {
                var text = Encoding.Latin1.GetString([.. entry.Public.Span, .. entry.Personal.Span]);
                Assert.All(Enumerable.Range(0, 3), index => Assert.DoesNotContain(batch[index][^8..], text, StringComparison.Ordinal));
            }
        }
    }
}
