using CampaignEngine.Gateway.Errors;
using CampaignEngine.Journal.Diagnostics;

namespace CampaignEngine.Gateway.Admission;

/// <summary>Takes a request through the gate: after it is known whose it is, before its body is read.</summary>
public sealed class Admittance(AdmissionGate gate)
{
    /// <summary>Whoever holds the admin token, beside the apps.</summary>
    public static readonly Guid Admin = Guid.Empty;

    // Made at start, so that both are told from the start.
    private readonly TaggedCounter.Series _admitted = AdmissionMetrics.Admitted;
    private readonly TaggedCounter.Series _refused = AdmissionMetrics.Refused;

    public async Task RunAsync<T>(HttpContext context, Guid app, T argument, Func<HttpContext, T, Task> handle)
    {
        var cost = AdmissionCost.Of(context.Request);
        if (!await gate.EnterAsync(app, cost))
        {
            _refused.Add();
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Overloaded);
            return;
        }

        _admitted.Add();
        try
        {
            await handle(context, argument);
        }
        finally
        {
            gate.Leave(app, cost);
        }
    }
}
