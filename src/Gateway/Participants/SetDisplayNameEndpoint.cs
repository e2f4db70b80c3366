using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Sets a participant's display name and answers the participant. Sending it again changes nothing.</summary>
public sealed class SetDisplayNameEndpoint(
    ICampaignDirectory directory, ParticipantGrains participants, RankedParticipant ranked, ILogger<SetDisplayNameEndpoint> logger)
{
    internal sealed record Body(
        [property: Description("How to call the user on leaderboards; empty for no name."), StringLength(CharacterLimits.DisplayName)] string DisplayName);

    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        var slug = CampaignRoute.Slug(context);
        if (UserIdInUrl.RefusePath(context, out var userId) is { } misnamed)
        {
            await misnamed;
            return;
        }

        if (TestClock.Refuse(context, grant, out var time) is { } refusing)
        {
            await refusing;
            return;
        }

        if (await StrictBody.ReadAsync(context, Read) is not { } body)
            return;
        if (await directory.FindActivatedAsync(grant, slug) is not { } campaign)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.ParticipantNotFound);
            return;
        }

        var participant = participants.Get(campaign.Id, campaign.RefOf(userId));
        var reply = await UnknownOutcome.OfAsync(
            () => participant.SetDisplayName(new SetDisplayNameRequest(body.DisplayName, time)).AsTask(),
            new SetDisplayNameReply(CorrectionStatus.OutcomeUnknown), logger, context, "the name was kept");
        if (reply.Participant is { } named)
            await ranked.WriteAsync(context, campaign, named);
        else
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
    }

    private static Body? Read(StrictObject members) =>
        members.Text("displayName", members.Required("displayName"), 0, CharacterLimits.DisplayName) is { } name ? new Body(name) : null;
}
