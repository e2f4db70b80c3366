using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Participants;

internal static class CorrectionsDescription
{
    public static readonly ApiOperation Adjust = new("adjustPoints", ApiTags.Participants, "Add points, or take them away")
    {
        Description = "An entry like any other. The total never falls below 0.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug, ApiParameter.UserId, ApiParameter.IdempotencyKey, ApiParameter.TestClock],
        Requests = [ApiBody.Of<AdjustmentRequest>()],
        Answers = [ApiBody.Of<AdjustmentResponse>()],
        Examples =
        [
            new("taken",
                """{"points":-50,"reason":"Order 1001 was sent back"}""",
                """{"pointsAdjusted":-50,"totalPoints":600,"milestones":{"reached":[],"next":null}}"""),
        ],
        Errors =
        [
            ErrorCatalog.InvalidRequest, ErrorCatalog.InvalidBody, ErrorCatalog.ParticipantNotFound, ErrorCatalog.PointsOverflow,
            ErrorCatalog.EventIdReused, ErrorCatalog.OutcomeUnknown,
        ],
    };

    public static readonly ApiOperation Exclude = new("excludeParticipant", ApiTags.Participants, "Let a participant win no more")
    {
        Description = "They go on to earn points, and their plays count, but always lose. Repeating it changes nothing.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug, ApiParameter.UserId, ApiParameter.TestClock],
        Requests = [ApiBody.Of<ExclusionRequest>()],
        Answers = [ApiBody.Of<ExclusionResponse>()],
        Examples = [new("excluded", """{"reason":"Works for the organiser"}""", """{"excluded":true}""")],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.InvalidBody, ErrorCatalog.ParticipantNotFound, ErrorCatalog.OutcomeUnknown],
    };

    public static readonly ApiOperation Include = Exclude with
    {
        Id = "includeParticipant",
        Summary = "Let a participant win again",
        Description = "Repeating it changes nothing.",
        Examples = [new("included", """{"reason":"It was somebody else"}""", """{"excluded":false}""")],
    };
}
