using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Leaderboards;

internal static class LeaderboardsDescription
{
    public static readonly ApiOperation Get = new("getLeaderboard", ApiTags.Participants, "See who leads")
    {
        Description = "By points, then by who reached them first, then by user id; at most a second behind. In every state of the campaign "
            + "but draft. While the board is loaded after a restart: 503. A cursor is a place in the order, so what moves between two "
            + "pages may come twice or not at all.",
        Access = ApiAccess.EventsKey,
        Parameters =
        [
            ApiParameter.Slug,
            ApiParameter.Limit,
            ApiParameter.Cursor,
            ApiParameter.Query("around", "A user id: the page has that user in its middle. Not together with `cursor`.", null, ApiParameter.UserId.Schema),
        ],
        Answers = [ApiBody.Of<LeaderboardResponse>()],
        Examples =
        [
            new("top", null,
                """{"entries":[{"rank":1,"userId":"user-123","displayName":"","totalPoints":650,"eventsCount":1}],"totalParticipants":1,"nextCursor":null}"""),
            new("around", null,
                """{"entries":[{"rank":1,"userId":"user-123","displayName":"","totalPoints":650,"eventsCount":1}],"totalParticipants":1,"nextCursor":null}""")
            {
                Query = "around=user-123",
            },
        ],
        Errors =
        [
            ErrorCatalog.InvalidRequest, ErrorCatalog.CampaignNotFound, ErrorCatalog.ParticipantNotFound, ErrorCatalog.LeaderboardLoading,
        ],
    };
}
