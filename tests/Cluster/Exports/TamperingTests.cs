using System.Security.Cryptography;
using CampaignEngine.Verify;
using CampaignEngine.Verify.Findings;

namespace CampaignEngine.Cluster.Tests.Exports;

/// <summary>Every single change is found, and said of the right entry.</summary>
[Collection(ExportedCampaignsCollection.Name)]
public sealed class TamperingTests(ExportedCampaigns exported)
{
    public static TheoryData<string> ByHand => [.. Tampering.ByHand.Keys];

    public static TheoryData<string> Forged => [.. Tampering.Forged.Keys];

    [Theory]
    [MemberData(nameof(ByHand))]
    public void An_edited_file_is_found_out(string name)
    {
        var (mode, change) = Tampering.ByHand[name];
        var export = exported.Edit(mode);

        var expected = change(export);

        AssertFound(expected, exported.Of(mode), export);
    }

    [Theory]
    [MemberData(nameof(Forged))]
    public void A_history_that_was_written_anew_is_found_out_by_what_it_says(string name)
    {
        var (mode, change) = Tampering.Forged[name];
        var export = exported.Edit(mode);

        var expected = change(export);
        export.Reseal();

        var report = AssertFound(expected, exported.Of(mode), export);
        // Chains and footer are right, so it is not they that give it away.
        Assert.DoesNotContain(report.Findings, finding => finding.What.Contains("chain", StringComparison.Ordinal) || finding.Stream == "file");
    }

    [Fact]
    public void Writing_an_export_anew_changes_nothing_by_itself()
    {
        var export = exported.Edit("odds");

        export.Reseal();

        var report = Verifier.Verify(exported.Of("odds").Fairness, export.ToStream());
        Assert.True(report.IsGood, string.Join('\n', report.Findings));
    }

    [Fact]
    public void Another_seed_is_found_out()
    {
        var history = exported.Of("odds");

        var report = Verifier.Verify(history.Fairness with { Seed = new byte[32] }, exported.Edit("odds").ToStream());

        Assert.Contains(new Finding("fairness", 0, "the seed is not the one that was committed to"), report.Findings);
    }

    [Fact]
    public void A_seed_that_was_exchanged_with_its_hash_is_found_out_by_the_activation()
    {
        var history = exported.Of("odds");
        var seed = new byte[32];

        var report = Verifier.Verify(
            history.Fairness with { Seed = seed, SeedHash = SHA256.HashData(seed) }, exported.Edit("odds").ToStream());

        Assert.Contains(report.Findings, finding => finding is { Stream: "campaign" } && finding.What.StartsWith("seedHash", StringComparison.Ordinal));
        Assert.Contains(report.Findings, finding => finding.What.Contains("and its draw", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hidden_restock_is_found_out()
    {
        var history = exported.Of("moments");

        var report = Verifier.Verify(history.Fairness with { Restocks = [] }, exported.Edit("moments").ToStream());

        Assert.Equal(new Finding("fairness", 0, "its restocks are not those of the pool"), Assert.Single(report.Findings));
    }

    private static Report AssertFound(Expected expected, ExportedHistory history, EditableExport export)
    {
        var report = Verifier.Verify(history.Fairness, export.ToStream());
        Assert.True(
            report.Findings.Any(finding => finding.Stream == expected.Stream && finding.Version == expected.Version
                && finding.What.Contains(expected.What, StringComparison.Ordinal)),
            $"{expected} is not among:\n{string.Join('\n', report.Findings)}");
        return report;
    }
}
