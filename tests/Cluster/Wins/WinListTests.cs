using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Interfaces.Wins;
using CampaignEngine.Grains.Participants.Stored;

namespace CampaignEngine.Cluster.Tests.Wins;

public sealed class WinListTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task Pages_have_every_win_once_newest_first()
    {
        // Losing cards lie between the wins.
        var campaign = await one.Engine.CreateOwnCampaignAsync(Definitions.Deck(40, 9));
        List<string> codes = [];
        for (var i = 0; i < 40; i++)
        {
            if ((await one.Engine.RecordAsync(campaign, $"user-{i}", "e-1")).WinCode() is { } code)
                codes.Add(code);
        }

        List<WinRecord> listed = [];
        for (long? next = null, pages = 0; pages < 10; pages++)
        {
            var page = await Wins(campaign).List(next, 4);
            listed.AddRange(page.Wins);
            if ((next = page.Next) is null)
                break;
        }

        codes.Reverse();
        Assert.Equal(codes, listed.Select(win => win.WinCode));
        Assert.All(listed, win => Assert.Equal(("Gold", null, null), (win.PrizeTier, win.RedeemedAt, win.VoidedAt)));
    }

    [Fact]
    public async Task A_win_says_whose_it_is_and_what_became_of_it()
    {
        var campaign = await one.CampaignAsync();
        var ann = (await one.Engine.RecordAsync(campaign, "ann", "e-1")).WinCode()!;
        var bob = (await one.Engine.RecordAsync(campaign, "bob", "e-1")).WinCode()!;
        var redeemed = await one.Engine.Pool(campaign).RedeemWin(new RedeemWinRequest("key", ann));
        var voided = await one.Engine.Pool(campaign).VoidWin(new VoidWinRequest("key", bob, Restock: true, "fraud"));

        var page = await Wins(campaign).List(null, 10);

        Assert.Equal(["bob", "ann"], page.Wins.Select(win => win.UserId));
        Assert.Equal([voided.VoidedAt, null], page.Wins.Select(win => win.VoidedAt));
        Assert.Equal([null, redeemed.RedeemedAt], page.Wins.Select(win => win.RedeemedAt));
        Assert.Equal(page.Wins[1], await Wins(campaign).Find(ann.ToLowerInvariant()));
        Assert.Equal((await (await one.Engine.ParticipantAsync(campaign, "ann")).Get())!.Wins[0].WonAt, page.Wins[1].WonAt);
    }

    [Fact]
    public async Task An_award_that_nobody_was_told_of_is_not_there()
    {
        var campaign = await one.CampaignAsync();
        var stopped = one.Faults(campaign).StopBeforeNext<StoredEvent>();
        var recording = one.Engine.RecordAsync(campaign, "ann", "e-1");
        await stopped.Reached;
        var dan = (await one.Engine.RefAsync(campaign, "dan")).Value;
        var open = await one.Engine.Pool(campaign).Claim(new ClaimRequest(dan, 1, 0, 0, 0));

        Assert.Null(await Wins(campaign).Find(open.WinCode!));
        stopped.Open();
        var code = (await recording).WinCode()!;

        Assert.Equal(code, Assert.Single((await Wins(campaign).List(null, 10)).Wins).WinCode);
        await one.Engine.Pool(campaign).Resume();
        Assert.Null(await Wins(campaign).Find(open.WinCode!));
    }

    [Fact]
    public async Task The_wins_of_somebody_who_has_won_often_are_all_found()
    {
        var campaign = await one.CampaignAsync(quantity: 60);
        List<string> codes = [];
        for (var i = 0; i < 60; i++)
            codes.Add((await one.Engine.RecordAsync(campaign, "ann", $"e-{i}")).WinCode()!);

        var listed = (await Wins(campaign).List(null, 100)).Wins;

        codes.Reverse();
        Assert.Equal(codes, listed.Select(win => win.WinCode));
    }

    [Theory]
    [InlineData("TEST-22222222")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task What_is_no_win_is_not_found(string code)
    {
        var campaign = await one.CampaignAsync();
        await one.Engine.RecordAsync(campaign, "ann", "e-1");

        Assert.Null(await Wins(campaign).Find(code));
    }

    private IWinsGrain Wins(CampaignId campaign) => one.Engine.Grains.GetGrain<IWinsGrain>(CampaignKey.Format(campaign));
}
