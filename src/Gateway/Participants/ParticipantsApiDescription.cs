using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Participants;

internal static class ParticipantsApiDescription
{
    public static readonly ApiOperation Get = new("getParticipant", ApiTags.Participants, "Read a participant")
    {
        Description = "In every state of the campaign but draft. For user ids that no path can carry, `.` and `..`, name the user in the query.",
        Access = ApiAccess.EventsKey,
        Parameters = [ApiParameter.Slug, ApiParameter.UserId, ApiParameter.TestClock],
        Answers = [ApiBody.Of<ParticipantResponse>()],
        Examples = [Shown],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.ParticipantNotFound],
    };

    public static readonly ApiOperation Find = Get with
    {
        Id = "findParticipant",
        Summary = "Read a participant that the query names",
        Description = "The same as with the user id in the path, for ids that no path can carry.",
        Parameters =
        [
            ApiParameter.Slug,
            ApiParameter.Query("userId", ApiParameter.UserId.Description, ApiParameter.UserId.Example, ApiParameter.UserId.Schema, isRequired: true),
            ApiParameter.TestClock,
        ],
    };

    public static readonly ApiOperation SetDisplayName = new("setDisplayName", ApiTags.Participants, "Name a participant")
    {
        Description = "In every state of the campaign but draft. Sending the same name again changes nothing.",
        Access = ApiAccess.EventsKey,
        Parameters = [ApiParameter.Slug, ApiParameter.UserId, ApiParameter.TestClock],
        Requests = [ApiBody.Of<SetDisplayNameEndpoint.Body>()],
        Answers = [ApiBody.Of<ParticipantResponse>()],
        Examples = [Shown with { Name = "named", Request = """{"displayName":"Ann"}""", Answer = ShownAnswer("Ann") }],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.InvalidBody, ErrorCatalog.ParticipantNotFound, ErrorCatalog.OutcomeUnknown],
    };

    public static readonly ApiOperation History = new("listParticipantEvents", ApiTags.Participants, "List what happened to a participant, newest first")
    {
        Description = "The sum of all `points` and `prizePoints` is the total. A page may have fewer items than `limit`, also none, and still a "
            + "`nextCursor`. Of somebody who was erased nothing is shown.",
        Access = ApiAccess.ManageKey,
        Parameters = [ApiParameter.Slug, ApiParameter.UserId, ApiParameter.Limit, ApiParameter.Cursor],
        Answers = [ApiBody.Of<PageResponse<HistoryResponse>>()],
        Examples =
        [
            new("won", null,
                """{"items":[{"type":"event","recordedAt":"2026-06-01T12:30:00Z","points":150,"prizePoints":500,"definitionVersion":1,"milestones":[{"id":"bronze","name":"Bronze","bonusPoints":50}],"eventType":"purchase","eventId":"order-1001","metadata":{"amount":25},"rules":[{"id":"purchase","points":25}],"instantWin":{"play":1,"won":true,"prizeTier":"Gold","winCode":"SUMM-AX7K9M2P"}}],"nextCursor":null}"""),
        ],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.ParticipantNotFound],
    };

    private static ApiExample Shown => new("participant", null, ShownAnswer(""));

    private static string ShownAnswer(string name) =>
        $$$"""{"userId":"user-123","displayName":"{{{name}}}","totalPoints":650,"eventsCount":1,"joinedAt":"2026-06-01T12:30:00Z","participantRef":"5f2a9c0e7d1b4836a1c4e2f09b7d6358","milestones":{"reached":[{"id":"bronze","name":"Bronze","bonusPoints":50}],"next":null},"wins":[{"prizeTier":"Gold","winCode":"SUMM-AX7K9M2P","pointsEarned":500,"wonAt":"2026-06-01T12:30:00Z"}],"plays":{"used":1,"remaining":999},"streak":{"days":1}}""";
}
