using CampaignEngine.Domain.Codes;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Codes;

/// <summary>Gives a user what a code is worth, once.</summary>
public sealed class RedeemCodeEndpoint(ICampaignDirectory directory, ParticipantGrains participants, ILogger<RedeemCodeEndpoint> logger)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        if (TestClock.Refuse(context, grant, out var testClock) is { } refusing)
        {
            await refusing;
            return;
        }

        if (await LenientBody.ReadAsync(context, (ref members, key) => Read(ref members, key, testClock)) is not { } request)
            return;
        // Paused and ended campaigns go on to the grain: they still answer what they answered before.
        if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotActive);
            return;
        }

        var reply = await UnknownOutcome.OfAsync(
            () => participants.Get(campaign.Id, campaign.RefOf(request.UserId)).RedeemCode(request).AsTask(),
            new RedeemCodeReply(RedeemCodeStatus.OutcomeUnknown), logger, context, "the code was redeemed");
        if (reply.Status != RedeemCodeStatus.Done)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
            return;
        }

        if (reply.Replayed)
            context.Response.Headers[JsonAnswer.ReplayedHeader] = "true";
        await JsonAnswer.WriteSuccessAsync(context.Response, reply.Data);
    }

    private static RedeemCodeRequest Read(ref RequestMembers members, string? key, DateTimeOffset? testClock) => new(
        members.RequiredText("userId"u8, "/userId", CharacterLimits.UserId) ?? "",
        Code.Normalize(members.RequiredString("code"u8, "/code") ?? ""),
        key,
        testClock);
}
