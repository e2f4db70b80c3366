using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Stats;

internal static class StatsDescription
{
    private const string Moment = """{"type":"string","format":"date-time"}""";

    public static readonly ApiOperation Get = new("getStats", ApiTags.Campaigns, "See a campaign in numbers")
    {
        Description = "What the participants come to now, at most a second behind, and the stock of each tier. In every state of the "
            + "campaign but draft. With `interval` also what happened in each hour or day, at most 1,000 of them. "
            + "While the leaderboard is loaded or entries are counted after a restart: 503.",
        Access = ApiAccess.ManageKey,
        Parameters =
        [
            ApiParameter.Slug,
            ApiParameter.Query("interval", "Adds a series: by the hour of UTC, or the day of the campaign's time zone.", null,
                """{"type":"string","enum":["hour","day"]}"""),
            ApiParameter.Query("from", "The beginning of the series; without it, 24 hours or 30 days before the end.", null, Moment),
            ApiParameter.Query("to", "The end of the series, excluded; without it, that of the newest hour or day in which something happened.", null, Moment),
        ],
        Answers = [ApiBody.Of<StatsResponse>()],
        Examples =
        [
            new("totals", null,
                """{"participants":1,"events":1,"points":650,"plays":1,"wins":1,"stock":[{"tier":"Gold","stocked":10,"remaining":9,"waiting":0,"open":0,"awarded":1,"voided":0,"day":null,"givenInDay":0}],"codes":{"totalCodes":0,"activeCodes":0,"redeemedCodes":0,"expiredCodes":0,"revokedCodes":0,"totalBatches":0}}"""),
            new("hours", null,
                """{"participants":1,"events":1,"points":650,"plays":1,"wins":1,"stock":[{"tier":"Gold","stocked":10,"remaining":9,"waiting":0,"open":0,"awarded":1,"voided":0,"day":null,"givenInDay":0}],"codes":{"totalCodes":0,"activeCodes":0,"redeemedCodes":0,"expiredCodes":0,"revokedCodes":0,"totalBatches":0},"series":{"interval":"hour","timeZone":"UTC","countedAt":"2026-06-01T12:34:56.789Z","items":[{"start":"2026-06-01T12:00:00Z","participants":1,"events":1,"points":650,"plays":1,"wins":1}]}}""") { Query = "interval=hour" },
        ],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.StatsCounting, ErrorCatalog.CampaignNotFound, ErrorCatalog.LeaderboardLoading],
    };
}
