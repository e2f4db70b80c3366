using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Stats;

internal static class StatsDescription
{
    public static readonly ApiOperation Get = new("getStats", ApiTags.Campaigns, "See a campaign in numbers")
    {
        Description = "What the participants come to now, at most a second behind, and the stock of each tier. In every state of the "
            + "campaign but draft. While the leaderboard is loaded after a restart: 503.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug],
        Answers = [ApiBody.Of<StatsResponse>()],
        Examples =
        [
            new("totals", null,
                """{"participants":1,"events":1,"points":650,"plays":1,"wins":1,"stock":[{"tier":"Gold","stocked":10,"remaining":9,"waiting":0,"open":0,"awarded":1,"voided":0,"day":null,"givenInDay":0}]}"""),
        ],
        Errors = [ErrorCatalog.CampaignNotFound, ErrorCatalog.LeaderboardLoading],
    };
}
