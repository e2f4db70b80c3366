using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Participants;

internal static class ParticipantsApiDescription
{
    public static readonly ApiOperation Get = new("getParticipant", ApiTags.Participants, "Read a participant")
    {
        Description = "In every state of the campaign but draft. For user ids that no path can carry, `.` and `..`, name the user in the query. "
            + "`rank` is that of the total shown. While the leaderboard is loaded after a restart: 503.",
        Access = ApiAccess.EventsKey,
        Parameters = [ApiParameter.Slug, ApiParameter.UserId, ApiParameter.TestClock],
        Answers = [ApiBody.Of<ParticipantResponse>()],
        Examples = [Shown],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.ParticipantNotFound, ErrorCatalog.LeaderboardLoading],
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

    private static ApiExample Shown => new("participant", null,
        """{"userId":"user-123","displayName":"","totalPoints":650,"eventsCount":1,"rank":1,"joinedAt":"2026-06-01T12:30:00Z","participantRef":"5f2a9c0e7d1b4836a1c4e2f09b7d6358","milestones":{"reached":[{"id":"bronze","name":"Bronze","bonusPoints":50}],"next":null},"wins":[{"prizeTier":"Gold","winCode":"SUMM-AX7K9M2P","pointsEarned":500,"wonAt":"2026-06-01T12:30:00Z"}],"plays":{"used":1,"remaining":999},"streak":{"days":1}}""");
}
