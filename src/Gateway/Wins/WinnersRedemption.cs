using System.Text.Json;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Codes;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Interfaces.Prizes;
using CampaignEngine.Grains.Interfaces.Wins;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Wins;

/// <summary>A winner who sends a win code where codes are redeemed: the prize is handed out, once, and gives no points.</summary>
public sealed class WinnersRedemption(IGrainFactory grains, ParticipantGrains participants)
{
    /// <summary>For a code that no batch has, in a running campaign.</summary>
    /// <param name="code">As it was sent: an uploaded code may have lower-case letters.</param>
    /// <param name="key">The idempotency key, or null.</param>
    public async Task<RedeemCodeReply> RedeemAsync(CampaignHandle campaign, string userId, string code, string? key)
    {
        if (campaign.Campaign.InstantWin is null)
            return new RedeemCodeReply(RedeemCodeStatus.CodeNotFound);
        var participant = campaign.RefOf(userId);
        var id = CampaignKey.Format(campaign.Id);
        // Somebody else's win is as one that does not exist.
        if (await grains.GetGrain<IWinsGrain>(id).Find(code) is not { } win || win.Participant != participant.Value || win.UserId is null
            || await participants.Get(campaign.Id, participant).Get() is not { } winner)
            return new RedeemCodeReply(RedeemCodeStatus.CodeNotFound);

        var reply = await grains.GetGrain<IPrizePoolGrain>(id).RedeemWin(
            new RedeemWinRequest(Actor: "", code, key, new RedeemingWinner(participant.Value, winner.TotalPoints)));
        return reply.Status switch
        {
            RedeemWinStatus.Done => new RedeemCodeReply(
                RedeemCodeStatus.Done,
                JsonSerializer.SerializeToUtf8Bytes(
                    new RedeemedCodeResponse(0, reply.WinnersPoints, win.WinCode, "Code redeemed successfully"),
                    GatewayJson.Default.RedeemedCodeResponse),
                reply.Replayed),
            RedeemWinStatus.WinNotFound => new RedeemCodeReply(RedeemCodeStatus.CodeNotFound),
            RedeemWinStatus.AlreadyRedeemed => new RedeemCodeReply(RedeemCodeStatus.Redeemed),
            RedeemWinStatus.Voided => new RedeemCodeReply(RedeemCodeStatus.Revoked),
            RedeemWinStatus.KeyReused => new RedeemCodeReply(RedeemCodeStatus.KeyReused),
            RedeemWinStatus.Unavailable => new RedeemCodeReply(RedeemCodeStatus.Unavailable),
            RedeemWinStatus.OutcomeUnknown => new RedeemCodeReply(RedeemCodeStatus.OutcomeUnknown),
            _ => throw new InvalidOperationException($"Unknown status {reply.Status}."),
        };
    }
}
