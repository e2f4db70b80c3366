using CampaignEngine.Domain.Codes;
using CampaignEngine.Grains.Codes.Stored;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Cluster.Tests.Codes;

/// <summary>A fault between every two steps of a redemption: whatever was claimed is paid, and paid once.</summary>
public sealed class CrashTests(OneEngine one) : IClassFixture<OneEngine>
{
    public enum Step { ClaimNotKept, ClaimKept, EntryNotKept, EntryKept, CompletionNotKept, CompletionKept }

    public static TheoryData<Step, bool> Steps
    {
        get
        {
            TheoryData<Step, bool> steps = [];
            foreach (var step in Enum.GetValues<Step>())
            {
                steps.Add(step, true);
                steps.Add(step, false);
            }

            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Whatever_is_interrupted_the_code_pays_once(Step step, bool retries)
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign);
        Break(one.Faults(campaign), step);

        var first = await one.Engine.RedeemAsync(campaign, "ann", batch[0], "k-1");
        if (step < Step.CompletionNotKept)
            Assert.Equal(RedeemCodeStatus.OutcomeUnknown, first.Status);
        if (retries)
            Assert.Equal(RedeemCodeStatus.Done, (await one.Engine.RedeemAsync(campaign, "ann", batch[0], "k-1")).Status);
        await SettledAsync(campaign, batch);

        var isPaid = retries || step != Step.ClaimNotKept;
        Assert.Equal(isPaid ? 50 : 0, await one.Engine.TotalAsync(campaign, "ann"));
        var bob = await one.Engine.RedeemAsync(campaign, "bob", batch[0]);
        Assert.Equal(isPaid ? RedeemCodeStatus.Redeemed : RedeemCodeStatus.Done, bob.Status);
        if (!isPaid)
            return;
        var again = await one.Engine.RedeemAsync(campaign, "ann", batch[0], "k-1");
        Assert.Equal((RedeemCodeStatus.Done, true), (again.Status, again.Replayed));
        Assert.Equal(RedeemCodeStatus.KeyReused, (await one.Engine.RedeemAsync(campaign, "ann", batch[1], "k-1")).Status);
        Assert.All(await one.Reader(campaign).CodesAsync(batch.View.Id), kept => Assert.False(kept.IsPersonal));
        Assert.Single((await one.Reader(campaign).ParticipantAsync(await one.Engine.RefAsync(campaign, "ann"))).Entries);
    }

    [Fact]
    public async Task A_claim_is_completed_after_the_campaign_was_paused()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign);
        one.Faults(campaign).AtNext<StoredCodeRedeemed>(AppendFault.ThrowsWithoutCommitting);
        await one.Engine.RedeemAsync(campaign, "ann", batch[0]);
        await one.Engine.Campaign(campaign).Pause();
        await one.Engine.Directory.RefreshAsync();

        await batch.At(one.Engine).Resume();

        Assert.Equal(50, await one.Engine.TotalAsync(campaign, "ann"));
        var view = (await (await one.Engine.ParticipantAsync(campaign, "ann")).Get())!;
        Assert.Equal("ann", view.UserId);
    }

    [Fact]
    public async Task A_claim_is_open_to_nobody_else_and_cannot_be_revoked()
    {
        var campaign = await one.Engine.CodesCampaignAsync();
        var batch = await BatchOfCodes.MakeAsync(one.Engine, campaign);
        one.Faults(campaign).AtNext<StoredCodeRedeemed>(AppendFault.ThrowsWithoutCommitting);
        await one.Engine.RedeemAsync(campaign, "ann", batch[0]);

        Assert.Contains(StreamKind.CodeBatch, await one.Reader(campaign).PendingAsync());
        Assert.Equal(RedeemCodeStatus.Redeemed, (await one.Engine.RedeemAsync(campaign, "bob", batch[0])).Status);
        Assert.Equal(RevokeCodesStatus.Redeemed, (await batch.At(one.Engine).Revoke(new RevokeCodesRequest("key", 0, "Test"))).Status);
        Assert.Equal(CodeState.Redeemed, (await batch.At(one.Engine).Look(0, null, DateTimeOffset.UtcNow))!.State);
        Assert.Equal(new RevokeCodesReply(RevokeCodesStatus.Done, 2), await batch.At(one.Engine).Revoke(new RevokeCodesRequest("key", null, "Test")));
        Assert.Equal(RedeemCodeStatus.Done, (await one.Engine.RedeemAsync(campaign, "ann", batch[0])).Status);
    }

    private static void Break(CampaignFaults faults, Step step)
    {
        switch (step)
        {
            case Step.ClaimNotKept: faults.AtNext<StoredCodeClaimed>(AppendFault.ThrowsWithoutCommitting); break;
            case Step.ClaimKept: faults.AtNext<StoredCodeClaimed>(AppendFault.CommitsAndThrows); break;
            case Step.EntryNotKept: faults.AtNext<StoredCodeRedeemed>(AppendFault.ThrowsWithoutCommitting); break;
            case Step.EntryKept: faults.AtNext<StoredCodeRedeemed>(AppendFault.CommitsAndThrows); break;
            case Step.CompletionNotKept: faults.AtNext<StoredCodesCompleted>(AppendFault.ThrowsWithoutCommitting); break;
            case Step.CompletionKept: faults.AtNext<StoredCodesCompleted>(AppendFault.CommitsAndThrows); break;
            default: throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    /// <summary>What the service for unfinished work would do; a fault that is left hits here.</summary>
    private Task SettledAsync(Domain.Campaigns.CampaignId campaign, BatchOfCodes batch) => Eventually.Holds(async () =>
    {
        try
        {
            await batch.At(one.Engine).Resume();
        }
        catch (OutcomeUnknownException)
        {
            return false;
        }

        return !(await one.Reader(campaign).PendingAsync()).Contains(StreamKind.CodeBatch);
    }, "no claim is open");
}
