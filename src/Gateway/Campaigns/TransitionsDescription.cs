using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Forecasts;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Campaigns;

internal static class TransitionsDescription
{
    public static readonly ApiOperation Activate = Of<ActivationRequest>("activateCampaign", "Activate a campaign", new ApiExample("active",
        """{"traffic":{"eventsPerDay":2000,"users":5000}}""",
        """{"id":"0199f2a5-8a02-7c11-b7de-0c5a3f7b2e61","slug":"summer-promo","name":"Summer Promo","status":"active","version":1,"mode":"odds","startsAt":"2026-05-31T22:00:00Z","endsAt":"2026-08-31T22:00:00Z","createdAt":"2026-05-04T09:00:00Z","activatedAt":"2026-05-20T10:00:00Z","endedAt":null,"warnings":[]}""")) with
    {
        Description = "From then on it runs between its start and its end, and what its draws depend on is frozen. With the traffic that is "
            + "expected, the answer warns when more than a tenth of the prizes would be left. Repeating it changes nothing.",
    };

    public static readonly ApiOperation Pause = Of<NoMembers>("pauseCampaign", "Pause a campaign", new ApiExample("paused", "{}",
        """{"id":"0199f2a5-8a02-7c11-b7de-0c5a3f7b2e61","slug":"summer-promo","name":"Summer Promo","status":"paused","version":1,"mode":"odds","startsAt":"2026-05-31T22:00:00Z","endsAt":"2026-08-31T22:00:00Z","createdAt":"2026-05-04T09:00:00Z","activatedAt":"2026-05-20T10:00:00Z","endedAt":null}"""));

    public static readonly ApiOperation Resume = Of<NoMembers>("resumeCampaign", "Let a paused campaign go on", new ApiExample("active", "{}",
        """{"id":"0199f2a5-8a02-7c11-b7de-0c5a3f7b2e61","slug":"summer-promo","name":"Summer Promo","status":"active","version":1,"mode":"odds","startsAt":"2026-05-31T22:00:00Z","endsAt":"2026-08-31T22:00:00Z","createdAt":"2026-05-04T09:00:00Z","activatedAt":"2026-05-20T10:00:00Z","endedAt":null}"""));

    public static readonly ApiOperation End = Of<NoMembers>("endCampaign", "End a campaign for ever", new ApiExample("ended", "{}",
        """{"id":"0199f2a5-8a02-7c11-b7de-0c5a3f7b2e61","slug":"summer-promo","name":"Summer Promo","status":"ended","version":1,"mode":"odds","startsAt":"2026-05-31T22:00:00Z","endsAt":"2026-08-31T22:00:00Z","createdAt":"2026-05-04T09:00:00Z","activatedAt":"2026-05-20T10:00:00Z","endedAt":"2026-07-01T18:00:00Z"}"""));

    private static ApiOperation Of<TRequest>(string id, string summary, ApiExample example) => new(id, ApiTags.Campaigns, summary)
    {
        Description = "In force everywhere when it is answered, which takes a second in a cluster. Repeating it changes nothing.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug],
        Requests = [ApiBody.Of<TRequest>()],
        IsRequestOptional = true,
        Answers = [ApiBody.Of<CampaignResponse>()],
        AnswerHeaders = [ApiHeader.ETag],
        Examples = [example],
        Errors =
        [
            ErrorCatalog.InvalidRequest, ErrorCatalog.CampaignNotFound, ErrorCatalog.InvalidTransition, ErrorCatalog.EndHasPassed,
            ErrorCatalog.CodesMissing, ErrorCatalog.InvalidDefinition, ErrorCatalog.OutcomeUnknown,
        ],
    };

    private sealed record ActivationRequest(TrafficBody? Traffic = null);
}
