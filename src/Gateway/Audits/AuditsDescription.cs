using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Audits;

internal static class AuditsDescription
{
    public static readonly ApiOperation List = new("listAudit", ApiTags.Campaigns, "List who did what, newest first")
    {
        Description = "Every management action, recorded before it was carried out.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug, ApiParameter.Limit, ApiParameter.Cursor],
        Answers = [ApiBody.Of<PageResponse<AuditResponse>>()],
        Examples =
        [
            new("audit", null,
                """{"items":[{"number":2,"at":"2026-05-20T10:00:00Z","actor":"0199f2a57c1e7d529a604f2b6f0f9a11","action":"campaign_activated","detail":{"version":1}},{"number":1,"at":"2026-05-04T09:00:00Z","actor":"0199f2a57c1e7d529a604f2b6f0f9a11","action":"campaign_created","detail":{"slug":"summer-promo","version":1}}],"nextCursor":null}"""),
        ],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.CampaignNotFound],
    };
}
