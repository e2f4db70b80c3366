using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Forecasts;

internal static class ForecastsDescription
{
    public static readonly ApiOperation Forecast = new("forecast", ApiTags.Campaigns, "Forecast what becomes of the prizes")
    {
        Description = "Plays the campaign many times with the traffic that is expected: a draft as a whole, a running one from now on. "
            + "`p5`, `p50` and `p95` bound 5, 50 and 95 of 100 runs.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug, ApiParameter.TestClock],
        Requests = [ApiBody.Of<ForecastRequestBody>()],
        Answers = [ApiBody.Of<ForecastResponse>()],
        Examples =
        [
            new("busy",
                """{"traffic":{"eventsPerDay":2000,"users":5000,"repeatRate":0.2,"weekdays":[1,1,1,1,1,2,2]},"runs":100,"seed":42}""",
                """{"seed":42,"runs":100,"from":"2026-06-01T12:30:00Z","to":"2026-07-01T12:30:00Z","plays":{"p5":59610,"p50":60012,"p95":60402},"tiers":[{"name":"Gold","stock":10,"left":{"p5":0,"p50":0,"p95":0,"mean":0},"chanceAllGone":1,"runsOutAt":{"p5":"2026-06-02T22:40:00Z","p50":"2026-06-05T16:10:00Z","p95":"2026-06-09T08:00:00Z"},"effectiveOdds":0.00017}],"chanceAllPrizesGone":1,"series":[{"day":"2026-06-01","left":[{"p5":9,"p50":10,"p95":10}]}],"warnings":[{"code":"runs_out_early","message":"In half of the runs the tier Gold runs out in the first tenth of the time. Add units, lower its chance, or spread it with maxPerDay."}]}"""),
        ],
        Errors =
        [
            ErrorCatalog.InvalidBody, ErrorCatalog.ForecastTooLarge, ErrorCatalog.CampaignNotFound, ErrorCatalog.CampaignEnded,
            ErrorCatalog.NoInstantWin, ErrorCatalog.ForecastBusy,
        ],
    };
}
