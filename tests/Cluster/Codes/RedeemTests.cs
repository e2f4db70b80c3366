using System.Text;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Journal;

namespace CampaignEngine.Cluster.Tests.Codes;

public sealed class RedeemTests(OneEngine one) : IClassFixture<OneEngine>
{
    [Fact]
    public async Task A_code_gives_its_points_once_and_makes_a_participant()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign);

        var first = await one.Engine.RedeemAsync(campaign, "ann", batch[0]);
        var again = await one.Engine.RedeemAsync(campaign, "ann", $" {batch[0].ToLowerInvariant()} ");
        var bob = await one.Engine.RedeemAsync(campaign, "bob", batch[0]);

        Assert.Equal(
            $$"""{"pointsEarned":50,"totalPoints":50,"code":"{{batch[0]}}","message":"Code redeemed successfully"}""", Encoding.UTF8.GetString(first.Data!));
        Assert.Equal((RedeemCodeStatus.Done, true), (again.Status, again.Replayed));
        Assert.Equal(first.Data, again.Data);
        Assert.Equal(RedeemCodeStatus.Redeemed, bob.Status);
        var view = (await (await one.Engine.ParticipantAsync(campaign, "ann")).Get())!;
        Assert.Equal((50, 0), (view.TotalPoints, view.EventsCount));
        Assert.Null(await (await one.Engine.ParticipantAsync(campaign, "bob")).Get());
    }

    [Fact]
    public async Task A_code_climbs_the_milestones()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign, points: 500);

        var reply = await one.Engine.RedeemAsync(campaign, "ann", batch[2]);

        Assert.StartsWith("""{"pointsEarned":550,"totalPoints":550,""", Encoding.UTF8.GetString(reply.Data!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_code_from_a_thousand_users_at_once_pays_once()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign);

        var replies = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(user => one.Engine.RedeemAsync(campaign, $"user-{user}", batch[1])));

        Assert.Single(replies, reply => reply.Status == RedeemCodeStatus.Done);
        Assert.Equal(999, replies.Count(reply => reply.Status == RedeemCodeStatus.Redeemed));
        Assert.Single(await one.Reader(campaign).ParticipantsAsync());
        Assert.Single((await one.Reader(campaign).CodesAsync(batch.View.Id)).Select(kept => kept.Entry).OfType<StoredCodeClaimed>());
    }

    [Fact]
    public async Task A_key_names_one_code()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign);
        var first = await one.Engine.RedeemAsync(campaign, "ann", batch[0], "k-1");

        Assert.Equal(first with { Replayed = true }, await one.Engine.RedeemAsync(campaign, "ann", batch[0], "k-1"), SameReply);
        Assert.Equal(RedeemCodeStatus.KeyReused, (await one.Engine.RedeemAsync(campaign, "ann", batch[1], "k-1")).Status);
        Assert.Equal(RedeemCodeStatus.Done, (await one.Engine.RedeemAsync(campaign, "bob", batch[1], "k-1")).Status);
        Assert.Equal(50, await one.Engine.TotalAsync(campaign, "ann"));
    }

    [Fact]
    public async Task Checks_come_in_the_contracts_order()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var other = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign);
        var elsewhere = await BatchOfCodes.MakeAsync(one.Engine, other);
        var expired = await BatchOfCodes.MakeAsync(one.Engine, campaign, expiresAt: DateTimeOffset.UtcNow.AddHours(1));
        var later = DateTimeOffset.UtcNow.AddHours(2);
        await batch.At(one.Engine).Revoke(new RevokeCodesRequest("key", 1, "Test"));
        var kept = await one.Engine.RedeemAsync(campaign, "ann", batch[0]);

        Assert.Equal(RedeemCodeStatus.CodeNotFound, await StatusAsync("bob", elsewhere[0]));
        Assert.Equal(RedeemCodeStatus.CodeNotFound, await StatusAsync("bob", "TEST-22222222"));
        Assert.Equal(RedeemCodeStatus.CodeNotFound, await StatusAsync("bob", $"X{batch[0][1..]}"));
        Assert.Equal(RedeemCodeStatus.CodeNotFound, await StatusAsync("bob", new string('x', 1_000)));
        Assert.Equal(RedeemCodeStatus.Redeemed, await StatusAsync("bob", batch[0]));
        Assert.Equal(RedeemCodeStatus.Revoked, await StatusAsync("bob", batch[1]));
        Assert.Equal(RedeemCodeStatus.Expired, await StatusAsync("bob", expired[0], later));
        Assert.Equal(RedeemCodeStatus.TestClockBackwards, await StatusAsync("ann", batch[2], DateTimeOffset.UtcNow.AddHours(-1)));
        await one.Engine.Campaign(campaign).Pause();
        await one.Engine.Directory.RefreshAsync();
        Assert.Equal(RedeemCodeStatus.CampaignNotActive, await StatusAsync("bob", "nonsense"));
        Assert.Equal(kept with { Replayed = true }, await one.Engine.RedeemAsync(campaign, "ann", batch[0]), SameReply);

        async Task<RedeemCodeStatus> StatusAsync(string user, string code, DateTimeOffset? testClock = null) =>
            (await one.Engine.RedeemAsync(campaign, user, code, testClock: testClock)).Status;
    }

    [Fact]
    public async Task A_total_that_would_overflow_claims_nothing()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign);
        await one.Engine.RedeemAsync(campaign, "ann", batch[0]);
        var ann = await one.Engine.ParticipantAsync(campaign, "ann");
        await ann.AdjustPoints(new AdjustPointsRequest("a-1", true, Domain.Participants.Participant.MaxTotalPoints - 200, "Test", "tests", null));

        var refused = await one.Engine.RedeemAsync(campaign, "ann", (await BatchOfCodes.MakeAsync(one.Engine, campaign, points: 200))[0]);

        Assert.Equal(RedeemCodeStatus.PointsOverflow, refused.Status);
        Assert.Equal(CodeState.Active, (await batch.At(one.Engine).Look(1, null, DateTimeOffset.UtcNow))!.State);
    }

    [Fact]
    public async Task Who_redeemed_is_forgotten_by_the_batch_once_it_is_kept_elsewhere()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign);
        await one.Engine.RedeemAsync(campaign, "ann", batch[0]);

        await batch.At(one.Engine).Resume();

        var kept = await one.Reader(campaign).CodesAsync(batch.View.Id);
        Assert.All(kept, one => Assert.False(one.IsPersonal));
        Assert.Equal([0], kept.Select(one => one.Entry).OfType<StoredCodesCompleted>().SelectMany(completed => completed.Indexes));
        Assert.DoesNotContain(StreamKind.CodeBatch, await one.Reader(campaign).PendingAsync());
        Assert.IsType<StoredCodeRedeemed>(Assert.Single((await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"))).Entries).Entry);
    }

    [Fact]
    public async Task Five_hundred_codes_of_one_user_are_all_found_again()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign, size: 600, points: 1);
        foreach (var index in Enumerable.Range(0, 600))
            await one.Engine.RedeemAsync(campaign, "ann", batch[index], $"k-{index}");

        Assert.True((await one.Engine.RedeemAsync(campaign, "ann", batch[0])).Replayed);
        Assert.Equal(RedeemCodeStatus.KeyReused, (await one.Engine.RedeemAsync(campaign, "ann", batch[599], "k-0")).Status);
        Assert.Equal(650, await one.Engine.TotalAsync(campaign, "ann"));
    }

    /// <summary>Replies hold arrays, which compare by identity.</summary>
    private static bool SameReply(RedeemCodeReply one, RedeemCodeReply other) =>
        (one.Status, one.Replayed) == (other.Status, other.Replayed) && one.Data.AsSpan().SequenceEqual(other.Data);
}
