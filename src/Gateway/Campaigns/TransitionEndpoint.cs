using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Gateway.Errors;
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
        if (await StrictBody.ReadAsync(context, Read, mayBeEmpty: true, ErrorCatalog.InvalidRequest) is not { } activation)
            return;
        if (await ChangeAsync(context, grant, grain => grain.Activate(AuditActor.OfKey(grant.KeyId))) is { } reply)
            await CampaignAnswer.WriteAsync(context, reply, await WarnAsync(reply.View, activation.Traffic, context.RequestAborted));
    }

    public Task PauseAsync(HttpContext context, KeyGrant grant) =>
        AnswerAsync(context, grant, grain => grain.Pause(AuditActor.OfKey(grant.KeyId)));

    public Task ResumeAsync(HttpContext context, KeyGrant grant) =>
        AnswerAsync(context, grant, grain => grain.Unpause(AuditActor.OfKey(grant.KeyId)));

    public Task EndAsync(HttpContext context, KeyGrant grant) =>
        AnswerAsync(context, grant, grain => grain.End(AuditActor.OfKey(grant.KeyId)));

    private static Activation Read(StrictObject members) => new(TrafficReader.ReadOptional(members));

    private async Task AnswerAsync(HttpContext context, KeyGrant grant, Func<ICampaignGrain, Task<CampaignReply>> change)
    {
        if (await StrictBody.ReadNothingAsync(context, ErrorCatalog.InvalidRequest) && await ChangeAsync(context, grant, change) is { } reply)
            await CampaignAnswer.WriteAsync(context, reply);
    }

    /// <returns>Null when there is no such campaign, and that is answered already.</returns>
    private async Task<CampaignReply?> ChangeAsync(HttpContext context, KeyGrant grant, Func<ICampaignGrain, Task<CampaignReply>> change)
    {
        if (await campaigns.FindAsync(grant, CampaignRoute.Slug(context)) is { } campaign)
            return await campaigns.ChangeAsync(context, campaign, change);
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

    private sealed record Activation(Traffic? Traffic);

    /// <summary>So that "nothing to warn of" is not taken for "not its turn".</summary>
    private sealed record Warned(ForecastWarning? Warning);
}
