using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Campaigns;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Participants;

/// <summary>Corrects one participant: adjusts the points, excludes from winning, includes again.</summary>
public sealed class CorrectionsEndpoint(
    ICampaignDirectory directory, ParticipantGrains participants, CorrectionReader reader, ILogger<CorrectionsEndpoint> logger)
{
    public Task AdjustAsync(HttpContext context, KeyGrant grant) =>
        CorrectAsync(context, grant, "adjustments", reader.ReadAdjustmentAsync, async (participant, request) =>
        {
            var reply = await participant.AdjustPoints(request);
            if (reply.Replayed)
                context.Response.Headers[JsonAnswer.ReplayedHeader] = "true";
            return (reply.Status, reply.Data);
        });

    public Task ExcludeAsync(HttpContext context, KeyGrant grant) => ChangeExclusionAsync(context, grant, isExcluded: true);

    public Task IncludeAsync(HttpContext context, KeyGrant grant) => ChangeExclusionAsync(context, grant, isExcluded: false);

    private Task ChangeExclusionAsync(HttpContext context, KeyGrant grant, bool isExcluded) =>
        CorrectAsync(
            context, grant, isExcluded ? "exclude" : "include",
            (http, key, time) => reader.ReadExclusionAsync(http, key, time, isExcluded),
            async (participant, request) =>
                (await participant.ChangeExclusion(request), isExcluded ? "{\"excluded\":true}"u8.ToArray() : "{\"excluded\":false}"u8.ToArray()));

    private async Task CorrectAsync<T>(
        HttpContext context, KeyGrant grant, string action,
        Func<HttpContext, KeyGrant, DateTimeOffset?, Task<T?>> read,
        Func<IParticipantGrain, T, Task<(CorrectionStatus Status, byte[]? Data)>> correct) where T : class
    {
        if (UserIdInUrl.RefusePath(context, out var userId, action) is { } misnamed)
        {
            await misnamed;
            return;
        }

        if (TestClock.Refuse(context, grant, out var time) is { } refusing)
        {
            await refusing;
            return;
        }

        if (await read(context, grant, time) is not { } request)
            return;
        if (await directory.FindActivatedAsync(grant, CampaignRoute.Slug(context)) is not { } campaign)
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.ParticipantNotFound);
        else
            await AnswerAsync(context, () => correct(participants.Get(campaign.Id, campaign.RefOf(userId)), request));
    }

    private async Task AnswerAsync(HttpContext context, Func<Task<(CorrectionStatus Status, byte[]? Data)>> correct)
    {
        var done = await UnknownOutcome.OfAsync(correct, (CorrectionStatus.OutcomeUnknown, null), logger, context, "the correction was kept");
        if (done.Status == CorrectionStatus.Done)
            await JsonAnswer.WriteSuccessAsync(context.Response, done.Data);
        else
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(done.Status));
    }
}
