using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Campaigns;

internal static class CampaignsDescription
{
    private const string Definition =
        """{"name":"Summer Promo","startsAt":"2026-06-01T00:00:00+02:00","endsAt":"2026-09-01T00:00:00+02:00","timeZone":"Europe/Berlin","points":{"rules":[{"id":"purchase","eventType":"purchase","points":100},{"id":"signup","eventType":"signup","points":50}]},"milestones":[{"id":"bronze","name":"Bronze","points":500,"bonusPoints":50}],"streak":{"eventTypes":["purchase"],"bonuses":[{"days":7,"points":70}]},"instantWin":{"eventTypes":["purchase"],"mode":"odds","maxPlays":[{"times":1000,"per":"campaign"}],"tiers":[{"name":"Gold","quantity":10,"odds":0.001,"points":500}]},"referrals":{"referrerPoints":200,"refereePoints":100},"codes":true}""";

    public static readonly ApiOperation Put = new("putCampaign", ApiTags.Campaigns, "Create a campaign, or replace its definition")
    {
        Description = "A new one is a draft. Replacing needs the version in `If-Match`. The same document again changes nothing. "
            + "All errors are told at once, each with a pointer. After the activation, what its draws depend on is frozen.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug, ApiParameter.IfMatch],
        Requests = [ApiBody.OfSchema("CampaignDefinition", "schemas/campaign.json")],
        Answers = [ApiBody.Of<CampaignResponse>()],
        AnswerHeaders = [ApiHeader.ETag],
        Examples = [new("created", Definition, """{"id":"0199f2a5-8a02-7c11-b7de-0c5a3f7b2e61","slug":"summer-promo","name":"Summer Promo","status":"draft","version":1,"mode":"odds","startsAt":"2026-05-31T22:00:00Z","endsAt":"2026-08-31T22:00:00Z","createdAt":"2026-05-04T09:00:00Z","activatedAt":null,"endedAt":null}""")],
        Errors =
        [
            ErrorCatalog.InvalidRequest, ErrorCatalog.InvalidDefinition, ErrorCatalog.PreconditionRequired, ErrorCatalog.VersionMismatch,
            ErrorCatalog.FrozenMembers, ErrorCatalog.InvalidTransition, ErrorCatalog.EndHasPassed, ErrorCatalog.TooManyVersions,
            ErrorCatalog.TooManyCampaigns, ErrorCatalog.OutcomeUnknown,
        ],
    };

    public static readonly ApiOperation List = new("listCampaigns", ApiTags.Campaigns, "List the campaigns")
    {
        Description = "Of the key's app and environment, by their slugs.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Limit, ApiParameter.Cursor],
        Answers = [ApiBody.Of<PageResponse<CampaignListItem>>()],
        Examples =
        [
            new("campaigns", null,
                """{"items":[{"id":"0199f2a5-8a02-7c11-b7de-0c5a3f7b2e61","slug":"summer-promo","name":"Summer Promo","status":"active","version":1,"mode":"odds","startsAt":"2026-05-31T22:00:00Z","endsAt":"2026-08-31T22:00:00Z"}],"nextCursor":null}"""),
        ],
        Errors = [ErrorCatalog.InvalidRequest],
    };

    public static readonly ApiOperation Get = new("getCampaign", ApiTags.Campaigns, "Read a campaign and its definition")
    {
        Description = "The definition is as it was sent.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug],
        Answers = [ApiBody.Of<CampaignResponse>()],
        AnswerHeaders = [ApiHeader.ETag],
        Examples =
        [
            new("active", null,
                $$"""{"id":"0199f2a5-8a02-7c11-b7de-0c5a3f7b2e61","slug":"summer-promo","name":"Summer Promo","status":"active","version":1,"mode":"odds","startsAt":"2026-05-31T22:00:00Z","endsAt":"2026-08-31T22:00:00Z","createdAt":"2026-05-04T09:00:00Z","activatedAt":"2026-05-20T10:00:00Z","endedAt":null,"definition":{{Definition}} }"""),
        ],
        Errors = [ErrorCatalog.CampaignNotFound],
    };

    public static readonly ApiOperation Versions = new("listVersions", ApiTags.Campaigns, "List the versions of a definition, newest first")
    {
        Description = "With `version`, that one alone, and its document.",
        Access = ApiAccess.ManageKey,
        Parameters =
        [
            ApiParameter.Slug, ApiParameter.Limit, ApiParameter.Cursor,
            ApiParameter.Query("version", "Only this version.", null, """{"type":"integer","format":"int32","minimum":1}"""),
        ],
        Answers = [ApiBody.OfEither<PageResponse<CampaignVersionResponse>, CampaignVersionResponse>()],
        Examples =
        [
            new("all", null, """{"items":[{"version":1,"at":"2026-05-04T09:00:00Z","by":"0199f2a57c1e7d529a604f2b6f0f9a11"}],"nextCursor":null}"""),
            new("one", null, $$"""{"version":1,"at":"2026-05-04T09:00:00Z","by":"0199f2a57c1e7d529a604f2b6f0f9a11","definition":{{Definition}} }""") { Query = "version=1" },
        ],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.CampaignNotFound],
    };

    public static readonly ApiOperation Delete = new("deleteCampaign", ApiTags.Campaigns, "Delete a draft, or a campaign that has ended")
    {
        Description = "A draft goes entirely, and its slug is free again. One that ended an hour ago or earlier leaves its fairness document "
            + "and its audit, and its slug stays taken.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug],
        Answers = [ApiBody.Of<DeletedCampaignResponse>()],
        Examples = [new("deleted", null, """{"id":"0199f2a5-8a02-7c11-b7de-0c5a3f7b2e61","slug":"summer-promo","status":"deleted"}""")],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.CampaignNotFound, ErrorCatalog.InvalidTransition, ErrorCatalog.OutcomeUnknown],
    };
}
