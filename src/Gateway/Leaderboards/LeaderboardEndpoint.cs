using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Participants;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Leaderboards;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Leaderboards;

/// <summary>Shows a page of a campaign's leaderboard, in every state but draft.</summary>
public sealed class LeaderboardEndpoint(ICampaignDirectory directory, IGrainFactory grains)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        List<ErrorDetail> details = [];
        var limit = PageQuery.Limit(context.Request, details);
        var cursor = PageQuery.Cursor(context.Request, text => BoardCursor.Parse(text) is not null, details);
        var around = Around(context, details);
        if (cursor is not null && around is not null)
            details.Add(new ErrorDetail("", "the query may have around or cursor, not both"));
        if (details.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return;
        }

        if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
            return;
        }

        var board = grains.GetGrain<ILeaderboardGrain>(CampaignKey.Format(campaign.Id));
        var page = around is null
            ? await board.Read(cursor is null ? null : BoardCursor.Parse(cursor), limit)
            : await board.ReadAround(campaign.RefOf(around).Value, limit);
        if (Refuse(page, around) is { } refusal)
            await ErrorAnswer.WriteAsync(context, refusal);
        else
            await JsonAnswer.WriteSuccessAsync(context.Response, From(page!), GatewayJson.Default.LeaderboardResponse);
    }

    /// <summary>The query's <c>around</c>, read as strictly as a user id in a path.</summary>
    private static string? Around(HttpContext context, List<ErrorDetail> details)
    {
        var sent = UserIdInUrl.RawFromQuery(context, "around");
        if (sent.Count == 0)
            return null;
        var userId = sent is [var raw] ? UserIdInUrl.Decode(raw) : null;
        var wrong = sent.Count > 1 ? "must be there once" : UserIdInUrl.Violated(userId);
        if (wrong is not null)
            details.Add(new ErrorDetail("", $"the query's around {wrong}"));
        return userId;
    }

    private static ApiError? Refuse(BoardPage? page, string? around) => page switch
    {
        null => ErrorCatalog.LeaderboardLoading,
        { Scores.Count: 0 } when around is not null => ErrorCatalog.ParticipantNotFound,
        _ => null,
    };

    private static LeaderboardResponse From(BoardPage page) => new(
        [.. page.Scores.Select((score, at) => new LeaderboardEntry(page.FirstRank + at, score.UserId, score.DisplayName, score.Points, score.Events))],
        page.TotalParticipants,
        page.Next is { } next ? BoardCursor.Write(next) : null);
}
