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
    public async Task<RedeemCodeReply> RedeemAsync(CampaignHandle campaign, string userId, string code, string? key) =>
        await FindAsync(campaign, userId, code) is { } win
            ? await RedeemAsync(campaign, userId, win, code, key)
            : new RedeemCodeReply(RedeemCodeStatus.CodeNotFound);

    /// <summary>What the winner was answered when the prize was handed out, also after the campaign; null when it was not.</summary>
    public async Task<RedeemCodeReply?> RepeatAsync(CampaignHandle campaign, string userId, string code, string? key) =>
        await FindAsync(campaign, userId, code) is { RedeemedAt: not null } win
        && await RedeemAsync(campaign, userId, win, code, key) is { Status: RedeemCodeStatus.Done } reply
            ? reply
            : null;

    /// <summary>Whether the user's key stands for the win of another code.</summary>
    public async Task<bool> IsKeyOfAnotherAsync(CampaignHandle campaign, string userId, string code, string key)
    {
        if (campaign.Campaign.InstantWin is null)
            return false;
        var wins = Wins(campaign);
        return await wins.FindByWinnersKey(campaign.RefOf(userId).Value, key) is { } award && (await wins.Find(code))?.Award != award;
    }

    /// <summary>Somebody else's win is as one that does not exist.</summary>
    private async Task<WinRecord?> FindAsync(CampaignHandle campaign, string userId, string code) =>
        campaign.Campaign.InstantWin is not null
        && await Wins(campaign).Find(code) is { UserId: not null } win && win.Participant == campaign.RefOf(userId).Value
            ? win
            : null;

    private IWinsGrain Wins(CampaignHandle campaign) => grains.GetGrain<IWinsGrain>(CampaignKey.Format(campaign.Id));

    private async Task<RedeemCodeReply> RedeemAsync(CampaignHandle campaign, string userId, WinRecord win, string code, string? key)
    {
        var participant = campaign.RefOf(userId);
        if (await participants.Get(campaign.Id, participant).Get() is not { } winner)
            return new RedeemCodeReply(RedeemCodeStatus.CodeNotFound);
        var reply = await grains.GetGrain<IPrizePoolGrain>(CampaignKey.Format(campaign.Id)).RedeemWin(
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
