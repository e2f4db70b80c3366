using CampaignEngine.Domain.Codes;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.RateLimits;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Gateway.Wins;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Codes;

/// <summary>Gives a user what a code is worth, once: the points of a batch's code, or the prize of a win of theirs.</summary>
public sealed class RedeemCodeEndpoint(
    ICampaignDirectory directory, ParticipantGrains participants, WinnersRedemption wins, CodeLookupLimit lookups, ILogger<RedeemCodeEndpoint> logger)
{
    private sealed record Sent(string UserId, string Code, string? Key);

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (TestClock.Refuse(context, grant, out var testClock) is { } refusing)
        {
            await refusing;
            return;
        }

        if (await LenientBody.ReadAsync<Sent>(context, Read) is not { } sent)
            return;
        // Paused and ended campaigns go on to the grain: they still answer what they answered before.
        if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotActive);
            return;
        }

        if (lookups.Refuse(context, grant) is { } limited)
        {
            await limited;
            return;
        }

        var reply = await UnknownOutcome.OfAsync(
            () => RedeemAsync(campaign, sent, testClock), new RedeemCodeReply(RedeemCodeStatus.OutcomeUnknown), logger, context,
            "the code was redeemed");
        if (reply.Status == RedeemCodeStatus.CodeNotFound)
            lookups.NoteFailure(grant);
        if (reply.Status != RedeemCodeStatus.Done)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
            return;
        }

        if (reply.Replayed)
            context.Response.Headers[JsonAnswer.ReplayedHeader] = "true";
        await JsonAnswer.WriteSuccessAsync(context.Response, reply.Data);
    }

    private async Task<RedeemCodeReply> RedeemAsync(CampaignHandle campaign, Sent sent, DateTimeOffset? testClock)
    {
        // As it was sent: an uploaded win code may have lower-case letters.
        var winCode = sent.Code.Trim();
        if (sent.Key is { } key && await wins.IsKeyOfAnotherAsync(campaign, sent.UserId, winCode, key))
            return new RedeemCodeReply(RedeemCodeStatus.KeyReused);
        var request = new RedeemCodeRequest(sent.UserId, Code.Normalize(sent.Code), sent.Key, testClock);
        var reply = await participants.Get(campaign.Id, campaign.RefOf(sent.UserId)).RedeemCode(request);
        return reply.Status switch
        {
            RedeemCodeStatus.CodeNotFound => await wins.RedeemAsync(campaign, sent.UserId, winCode, sent.Key),
            RedeemCodeStatus.CampaignNotActive => await wins.RepeatAsync(campaign, sent.UserId, winCode, sent.Key) ?? reply,
            _ => reply,
        };
    }

    private static Sent Read(ref RequestMembers members, string? key) => new(
        members.RequiredText("userId"u8, "/userId", CharacterLimits.UserId) ?? "",
        members.RequiredString("code"u8, "/code") ?? "",
        key);
}
