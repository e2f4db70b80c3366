using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Histories;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Lists what happened to one participant, newest first.</summary>
public sealed class HistoryEndpoint(ICampaignDirectory directory, IGrainFactory grains, ParticipantGrains participants)
{
    public async Task HandleAsync(HttpContext context, KeyGrant grant)
    {
        var slug = CampaignRoute.Slug(context);
        if (UserIdInUrl.RawFromPath(context, "events") is not { } raw)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.NotFound);
            return;
        }

        List<ErrorDetail> details = [];
        var userId = PercentEncoding.Decode(raw);
        if (UserIdInUrl.Violated(userId) is { } wrong)
            details.Add(new ErrorDetail("/userId", wrong));
        var limit = PageQuery.Limit(context.Request, details);
        var before = PageQuery.NumberCursor(context.Request, details);
        if (details.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return;
        }

        if (await directory.FindActivatedAsync(grant, slug) is not { } campaign
            || campaign.RefOf(userId!) is var participant && await participants.Get(campaign.Id, participant).Get() is not { } view)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.ParticipantNotFound);
            return;
        }

        var page = await grains.GetGrain<IHistoryGrain>(ParticipantKey.Format(campaign.Id, participant)).List(before, limit, view.ErasedAt);
        await JsonAnswer.WriteSuccessAsync(context.Response, HistoryAnswer.From(page), GatewayJson.Default.PageResponseHistoryResponse);
    }
}
