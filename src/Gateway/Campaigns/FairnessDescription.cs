using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Campaigns;

internal static class FairnessDescription
{
    public static readonly ApiOperation Get = new("getFairness", ApiTags.Fairness, "Read what the draws can be checked with")
    {
        Description = "From the activation on: what was committed to. An hour after the end: the seed. `docs/fairness.md` says how to recompute a draw.",
        Access = ApiAccess.EventsKey,
        Parameters = [ApiParameter.Slug, ApiParameter.TestClock],
        Answers = [ApiBody.Of<FairnessResponse>()],
        Examples =
        [
            new("running", null,
                """{"campaignId":"0199f2a5-8a02-7c11-b7de-0c5a3f7b2e61","slug":"summer-promo","mode":"odds","algorithm":{"name":"campaign-draw-hmac-sha256","version":1},"commitment":{"seedHash":"8031deda76cf60843140835af7b6e77b9d91fa6d4db2e9d2591029ad73541155","campaignKeyHash":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae","frozenMembersHash":"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9"},"frozenMembers":{"startsAt":"2026-05-31T22:00:00.0000000Z","endsAt":null,"timeZone":"Europe/Berlin","instantWin":{"eventTypes":["purchase"],"when":[],"mode":"odds","deckSize":null,"maxWinsPerUser":null,"tiers":[{"name":"Gold","quantity":10,"odds":0.001,"points":500,"maxPerDay":null,"ownCodes":false}]}},"activatedAt":"2026-05-20T10:00:00Z","versions":[{"version":1,"at":"2026-05-04T09:00:00Z","by":"0199f2a57c1e7d529a604f2b6f0f9a11"}],"restocks":[],"endedAt":null,"seedPublishedAt":null,"seed":null}"""),
        ],
        Errors = [ErrorCatalog.CampaignNotFound],
    };
}
