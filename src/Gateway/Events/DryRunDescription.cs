using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Events;

internal static class DryRunDescription
{
    public static readonly ApiOperation DryRun = new("dryRun", ApiTags.Events, "Try an event without recording it")
    {
        Description = "Says what the event would come to, and for every rule, limit and milestone why or why not. It keeps nothing, "
            + "and it tells of a draw no more than its odds.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug, ApiParameter.TestClock],
        Requests = [ApiBody.Of<EventToTryRequest>()],
        Answers = [ApiBody.Of<DryRunResponse>()],
        Examples =
        [
            new("applied",
                """{"userId":"user-123","eventType":"purchase","metadata":{"amount":25}}""",
                """{"refusal":null,"pointsEarned":100,"totalPoints":100,"rules":[{"id":"purchase","reason":"applied","points":100},{"id":"signup","reason":"other_event_type","points":0}],"maxPointsPerUser":[],"streak":{"days":1,"bonuses":[{"days":7,"reason":"not_reached","points":0}]},"milestones":[{"id":"bronze","reason":"not_reached","bonusPoints":0,"times":0,"value":100,"nextAt":500}],"instantWin":{"wouldPlay":true,"reason":"applied","playsRemaining":999,"canWin":true,"ineligible":null,"mode":"odds","tiers":[{"name":"Gold","odds":0.001}]}}"""),
        ],
        Errors = [ErrorCatalog.InvalidBody, ErrorCatalog.CampaignNotActive],
    };
}
