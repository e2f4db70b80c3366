using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Exports;

internal static class ExportsDescription
{
    public static readonly ApiOperation Export = new("exportCampaign", ApiTags.Fairness, "Export every entry")
    {
        Description = "One JSON object a line: a header, the entries, a footer. An export without its footer was broken off. "
            + "`tools/verify` reads it; its format is in `docs/fairness.md`.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug],
        Answers = [ApiBody.Text(ExportEndpoint.ContentType)],
        Examples =
        [
            new("export", null, """
                {"header":{"format":1,"app":"0199f2a5-7c1e-7d52-9a60-4f2b6f0f9a11","environment":"live","campaign":"0199f2a5-8a02-7c11-b7de-0c5a3f7b2e61","slug":"summer-promo","exportedAt":"2026-09-02T08:00:00.0000000Z"}}
                {"footer":{"campaignEntries":3,"poolEntries":1,"participants":1,"participantEntries":1,"digest":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}}
                """) { AnswerMediaType = ExportEndpoint.ContentType },
        ],
        Errors = [ErrorCatalog.CampaignNotFound],
    };
}
