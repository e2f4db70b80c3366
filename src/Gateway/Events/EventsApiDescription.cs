using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Events;

internal static class EventsApiDescription
{
    public static readonly ApiOperation Record = new("recordEvent", ApiTags.Events, "Record an event")
    {
        Description = "Records what a user did and answers what they get for it. Total after = total before + `pointsEarned` + `instantWin.pointsEarned`. "
            + "Send it again with the same `Idempotency-Key`, or the same `eventId` in the body, and it counts once.",
        Access = ApiAccess.EventsKey,
        Parameters = [ApiParameter.Slug, ApiParameter.IdempotencyKey, ApiParameter.TestClock],
        Requests = [ApiBody.Of<EventRequest>()],
        IgnoresUnknownMembers = true,
        Answers = [ApiBody.Of<EventResponse>()],
        Examples =
        [
            new("won",
                """{"userId":"user-123","eventType":"purchase","metadata":{"amount":25}}""",
                """{"pointsEarned":150,"totalPoints":650,"instantWin":{"won":true,"prizeTier":"Gold","pointsEarned":500,"winCode":"SUMM-AX7K9M2P","message":"Congratulations! You won the Gold prize!","played":true},"message":"Event recorded successfully","eventId":"order-1001","milestones":{"reached":[{"id":"bronze","name":"Bronze","bonusPoints":50}],"next":null},"streak":{"days":1},"playsRemaining":999}"""),
            new("notPlayed",
                """{"userId":"user-456","eventType":"signup","eventId":"order-1001","displayName":"Ann","occurredAt":"2026-06-01T12:30:00Z"}""",
                """{"pointsEarned":50,"totalPoints":50,"instantWin":{"won":false,"pointsEarned":0,"message":"Not this time. Try again!","played":false},"message":"Event recorded successfully","eventId":"order-1001","milestones":{"reached":[],"next":{"id":"bronze","name":"Bronze","points":500,"remaining":450}},"streak":{"days":0},"playsRemaining":1000}"""),
        ],
        Errors =
        [
            ErrorCatalog.InvalidBody, ErrorCatalog.OccurredInFuture, ErrorCatalog.CampaignNotActive, ErrorCatalog.PlaysExceeded, ErrorCatalog.PointsOverflow,
            ErrorCatalog.EventIdReused, ErrorCatalog.OutcomeUnknown,
        ],
    };
}
