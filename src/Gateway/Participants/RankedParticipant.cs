using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Leaderboards;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Answers a participant with their rank, or that the leaderboard is being loaded: a rank that counts only some is wrong.</summary>
public sealed class RankedParticipant(IGrainFactory grains)
{
    public async Task WriteAsync(HttpContext context, CampaignHandle campaign, ParticipantView participant)
    {
        // The place goes with the question: the board may not have heard of the newest points yet.
        var place = new BoardPlace(participant.TotalPoints, participant.ReachedAt, participant.UserId);
        var board = grains.GetGrain<ILeaderboardGrain>(CampaignKey.Format(campaign.Id));
        if (await board.GetRank(campaign.RefOf(participant.UserId).Value, place) is { } rank)
            await JsonAnswer.WriteSuccessAsync(context.Response, ParticipantAnswer.From(participant, rank), GatewayJson.Default.ParticipantResponse);
        else
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.LeaderboardLoading);
    }
}
