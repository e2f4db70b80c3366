using System.Diagnostics.Metrics;
using CampaignEngine.Journal.Diagnostics;

namespace CampaignEngine.Gateway.Admission;

/// <summary>What became of requests at the gate.</summary>
internal static class AdmissionMetrics
{
    private static readonly TaggedCounter Requests = new(
        new Meter("CampaignEngine.Gateway"), "campaign.admissions", "{request}", "Requests at the gate, by what became of them.",
        "outcome", ["admitted", "refused"]);

    public static readonly TaggedCounter.Series Admitted = Requests.Of("admitted");
    public static readonly TaggedCounter.Series Refused = Requests.Of("refused");
}
