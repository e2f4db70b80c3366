using System.Text;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;
using CampaignEngine.Verify;

namespace CampaignEngine.Cluster.Tests.Exports;

/// <summary>What really happened verifies.</summary>
[Collection(ExportedCampaignsCollection.Name)]
public sealed class VerifierTests(ExportedCampaigns exported)
{
    [Theory]
    [InlineData("odds")]
    [InlineData("deck")]
    [InlineData("moments")]
    public void A_history_of_each_mode_verifies(string mode)
    {
        var history = exported.Of(mode);

        var report = Verifier.Verify(history.Fairness, new MemoryStream(Encoding.UTF8.GetBytes(history.Export)));

        Assert.True(report.IsGood, string.Join('\n', report.Findings));
        Assert.Empty(report.Notes);
        Assert.True(report.Draws > 0);
    }

    // Or the tests of tampering would not try what they say.
    [Theory]
    [InlineData("odds")]
    [InlineData("deck")]
    [InlineData("moments")]
    public void The_histories_hold_what_there_is_to_verify(string mode)
    {
        var export = exported.Edit(mode);

        export.First<StoredPrizeAwarded>();
        export.First<StoredClaimVoided>();
        export.First<StoredWinTakenBack>(taken => taken.Restocked);
        export.First<StoredWinTakenBack>(taken => !taken.Restocked);
        export.First<StoredEvent>(recorded => recorded.DefinitionVersion == 2);
        export.First<StoredEvent>(recorded => recorded.MilestonesReached is not null);
        export.First<StoredEvent>(recorded => recorded.StreakDays > 0);
        export.First<StoredEvent>(recorded => recorded.Play is null && recorded.EventType == "purchase");
        export.First<StoredPointsAdjusted>(adjusted => adjusted.Points < 0);
        export.First<StoredExclusionChanged>();
        export.First<StoredWinVoided>();
        export.First<StoredErased>();
        export.First<StoredErasureFinished>();
        if (mode == "deck")
            export.First<StoredCardLost>();
        else
            export.First<StoredTierRestocked>();
    }

    [Fact]
    public void Nothing_sealed_and_nobody_is_exported()
    {
        var export = exported.Of("odds").Export;

        Assert.DoesNotContain("sealed", export, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("user-1", export, StringComparison.Ordinal);
        Assert.DoesNotContain("\"amount\"", export, StringComparison.Ordinal);
        Assert.Equal(1, export.Split('\n').Count(line => line.Contains("\"stream\"") && !line.Contains("\"raw\"")));
    }

    [Fact]
    public void Without_the_seed_everything_but_the_draws_is_verified()
    {
        var history = exported.Of("odds");

        var report = Verifier.Verify(history.Fairness with { Seed = null }, new MemoryStream(Encoding.UTF8.GetBytes(history.Export)));

        Assert.True(report.IsGood, string.Join('\n', report.Findings));
        Assert.Equal(0, report.Draws);
        Assert.Contains(report.Notes, note => note.Contains("seed"));
    }
}
