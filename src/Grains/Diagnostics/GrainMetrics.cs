using System.Diagnostics.Metrics;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Journal.Diagnostics;

namespace CampaignEngine.Grains.Diagnostics;

/// <summary>What grains do that an operator wants to see the number of.</summary>
internal static class GrainMetrics
{
    private const string Outcome = "outcome";

    private static readonly Meter Meter = new("CampaignEngine.Grains");

    private static readonly TaggedCounter Claims = new(
        Meter, "campaign.claims", "{claim}", "Answers that participants got when they claimed a prize.",
        Outcome, "awarded", "sold_out", "moved", "unknown", "lost");

    private static readonly TaggedCounter Confirmations = new(
        Meter, "campaign.confirmations", "{award}", "Awards whose pool was told that their participants have committed them.",
        Outcome, "delivered", "lost");

    private static readonly TaggedCounter PendingWork = new(
        Meter, "campaign.pending_work", "{stream}", "Times that unfinished work was taken up again.",
        Outcome, "resumed", "failed", "interrupted");

    private static readonly TaggedCounter Stock = new(
        Meter, "campaign.stock", "{tier}", "Times that a tier's stock needed somebody to look at it.", Outcome, "ran_low");

    private static readonly TaggedCounter.Series Awarded = Claims.Of("awarded");
    private static readonly TaggedCounter.Series SoldOut = Claims.Of("sold_out");
    private static readonly TaggedCounter.Series Moved = Claims.Of("moved");
    private static readonly TaggedCounter.Series Unknown = Claims.Of("unknown");
    private static readonly TaggedCounter.Series Lost = Claims.Of("lost");

    public static TaggedCounter.Series ConfirmationsDelivered { get; } = Confirmations.Of("delivered");

    public static TaggedCounter.Series ConfirmationsLost { get; } = Confirmations.Of("lost");

    /// <summary>Less than a tenth of a tier's stock is left.</summary>
    public static TaggedCounter.Series TiersRanLow { get; } = Stock.Of("ran_low");

    public static TaggedCounter.Series WorkResumed { get; } = PendingWork.Of("resumed");

    /// <summary>A grain did not finish its work.</summary>
    public static TaggedCounter.Series WorkFailed { get; } = PendingWork.Of("failed");

    /// <summary>The streams with unfinished work could not be listed.</summary>
    public static TaggedCounter.Series WorkInterrupted { get; } = PendingWork.Of("interrupted");

    // With a constructor of its own the counters are there when Publish is called, not merely some time.
    static GrainMetrics()
    {
    }

    /// <summary>Makes the counters exist, so that what never happened is shown as 0.</summary>
    public static void Publish()
    {
    }

    public static void CountClaim(ClaimStatus answer) => (answer switch
    {
        ClaimStatus.Awarded => Awarded,
        ClaimStatus.SoldOut => SoldOut,
        ClaimStatus.Moved => Moved,
        ClaimStatus.OutcomeUnknown => Unknown,
        ClaimStatus.Lost => Lost,
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown claim status."),
    }).Add();
}
