using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Stats;

internal static class SeriesDescription
{
    private const string Moment = """{"type":"string","format":"date-time"}""";

    public static readonly ApiOperation Get = new("getSeries", ApiTags.Campaigns, "See a campaign over time")
    {
        Description = "New participants, events, points, plays and wins by the hour of UTC or the day of the campaign's time zone, "
            + "also of those in which nothing happened. A point at either end of the range is shown whole. At most 1,000 points. "
            + "All of it is counted from the entries: while they are counted for the first time after a restart: 503.",
        Access = ApiAccess.ManageKey,
        Parameters =
        [
            ApiParameter.Slug,
            ApiParameter.Query("interval", "How long one point is.", "hour", """{"type":"string","enum":["hour","day"]}""", isRequired: true),
            ApiParameter.Query("from", "The beginning; without it, 24 hours or 30 days before the end.", null, Moment),
            ApiParameter.Query("to", "The end, excluded; without it, now.", null, Moment),
        ],
        Answers = [ApiBody.Of<SeriesResponse>()],
        Examples =
        [
            new("hours", null,
                """{"interval":"hour","timeZone":"UTC","countedAt":"2026-06-01T12:34:56.789Z","points":[{"start":"2026-06-01T12:00:00Z","participants":1,"events":1,"points":650,"plays":1,"wins":1}]}"""),
        ],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.CampaignNotFound, ErrorCatalog.StatsCounting],
    };
}
