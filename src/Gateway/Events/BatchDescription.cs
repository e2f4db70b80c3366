using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Events;

internal static class BatchDescription
{
    public static readonly ApiOperation Batch = new("recordEvents", ApiTags.Events, "Record many events")
    {
        Description = "Records up to 1,000 events, each with an `eventId` and an answer of its own: one that is refused does not spoil "
            + "the others. One user's events are recorded in their order, users beside one another. Send all of it again, or those "
            + "that failed, and each counts once; an `Idempotency-Key` is not needed and not looked at. A result with 503 is of an "
            + "event that may or may not be recorded (`outcome_unknown`) or is not (`unavailable`).",
        Access = ApiAccess.EventsKey,
        Parameters = [ApiParameter.Slug, ApiParameter.TestClock],
        Requests = [ApiBody.Of<BatchRequest>()],
        IgnoresUnknownMembers = true,
        Answers = [ApiBody.Of<BatchResponse>()],
        Examples =
        [
            new("mixed",
                """{"events":[{"userId":"user-456","eventType":"signup","eventId":"signup-456"},{"userId":"user-456","eventType":"login","eventId":"signup-456"}]}""",
                """{"results":[{"code":200,"replayed":false,"data":{"pointsEarned":50,"totalPoints":50,"instantWin":{"won":false,"pointsEarned":0,"message":"Not this time. Try again!","played":false},"message":"Event recorded successfully","eventId":"signup-456","milestones":{"reached":[],"next":{"id":"bronze","name":"Bronze","points":500,"remaining":450}},"streak":{"days":0},"playsRemaining":1000}},{"code":422,"message":"Idempotency key was used with a different request","error":"idempotency_key_reused"}]}"""),
        ],
        Errors = [ErrorCatalog.InvalidBody, ErrorCatalog.CampaignNotActive],
    };
}
