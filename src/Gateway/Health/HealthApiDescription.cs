using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Health;

internal static class HealthApiDescription
{
    public static readonly ApiOperation Name = new("getName", ApiTags.Operations, "Name and version")
    {
        Access = ApiAccess.None,
        Answers = [ApiBody.Bare<NameResponse>()],
        Examples = [new("name", null, """{"name":"Campaign engine","version":"0.1.0"}""")],
    };

    public static readonly ApiOperation Live = new("getLive", ApiTags.Operations, "Whether the process answers")
    {
        Description = "Calls nothing, so that a slow store does not get the process restarted.",
        Access = ApiAccess.None,
        Answers = [ApiBody.Bare<HealthResponse>()],
        Examples = [new("live", null, """{"status":"live"}""")],
    };

    public static readonly ApiOperation Ready = new("getReady", ApiTags.Operations, "Whether requests can be served")
    {
        Description = "The message of a refusal says why not.",
        Access = ApiAccess.None,
        Answers = [ApiBody.Bare<HealthResponse>()],
        Examples = [new("ready", null, """{"status":"ready"}""")],
        Errors = [ErrorCatalog.NotReady],
    };

    public static readonly ApiOperation Metrics = new("getMetrics", ApiTags.Operations, "Metrics for Prometheus")
    {
        Access = ApiAccess.None,
        Answers = [ApiBody.Text("text/plain")],
        Examples = [new("metrics", null, "# TYPE campaign_events_total counter") { AnswerMediaType = "text/plain" }],
    };
}
