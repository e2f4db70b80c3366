using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Events;
using CampaignEngine.Gateway.Forecasts;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Campaigns;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Campaigns;

/// <summary>Activates, pauses, resumes and ends a campaign. Idempotent as it is: what is so already is answered as done.</summary>
public sealed class TransitionEndpoint(CampaignCalls campaigns, ForecastGate gate, TimeProvider time)
{
    public async Task ActivateAsync(HttpContext context, KeyGrant grant)
    {
        Traffic? traffic = null;
        var reply = await ChangeAsync(context, grant, grain => grain.Activate(AuditActor.OfKey(grant.KeyId)), (body, details) =>
            traffic = TrafficReader.ReadOptional(body, details));
        if (reply is not null)
            await CampaignAnswer.WriteAsync(context, reply, await WarnAsync(reply.View, traffic, context.RequestAborted));
    }

    public Task PauseAsync(HttpContext context, KeyGrant grant) => ChangeAsync(context, grant, grain => grain.Pause(AuditActor.OfKey(grant.KeyId)));

    public Task ResumeAsync(HttpContext context, KeyGrant grant) => ChangeAsync(context, grant, grain => grain.Unpause(AuditActor.OfKey(grant.KeyId)));

    public Task EndAsync(HttpContext context, KeyGrant grant) => ChangeAsync(context, grant, grain => grain.End(AuditActor.OfKey(grant.KeyId)));

    private async Task ChangeAsync(HttpContext context, KeyGrant grant, Func<ICampaignGrain, Task<CampaignReply>> change)
    {
        if (await ChangeAsync(context, grant, change, EmptyBody.Check) is { } reply)
            await CampaignAnswer.WriteAsync(context, reply);
    }

    /// <returns>Null when the request was refused, and that is answered already.</returns>
    private async Task<CampaignReply?> ChangeAsync(
        HttpContext context, KeyGrant grant, Func<ICampaignGrain, Task<CampaignReply>> change, Action<byte[], List<ErrorDetail>> readBody)
    {
        List<ErrorDetail>? details = [];
        IdempotencyKey.Read(context.Request.Headers, ref details);
        var body = await RequestBody.CopyAsync(context.Request);
        if (body.Length > 0 && !ContentTypes.IsJson(context.Request))
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.UnsupportedMediaType);
            return null;
        }

        readBody(body, details!);
        if (details!.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.InvalidRequest, details);
            return null;
        }

        if (await campaigns.FindAsync(grant, CampaignRoute.Slug(context)) is { } campaign)
            return await campaigns.ChangeAsync(campaign, change, context.TraceIdentifier);
        await ErrorAnswer.WriteAsync(context, ErrorCatalog.CampaignNotFound);
        return null;
    }

    /// <summary>What somebody should know who has just activated a campaign. It is active all the same.</summary>
    private async Task<IReadOnlyList<ForecastWarning>> WarnAsync(CampaignView? view, Traffic? traffic, CancellationToken cancellation)
    {
        if (traffic is null || view is null || CampaignDefinitionReader.Read(view.Definition).Definition is not { } definition)
            return [];
        var now = time.GetUtcNow();
        var warned = await gate.RunAsync(token => new Warned(PrizesLeft.Warn(definition, traffic, now, token)), cancellation);
        return warned?.Warning is { } warning ? [warning] : [];
    }

    /// <summary>So that "nothing to warn of" is not taken for "not its turn".</summary>
    private sealed record Warned(ForecastWarning? Warning);
}
