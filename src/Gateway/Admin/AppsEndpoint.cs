using System.Text.Json;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Admin;

/// <summary>Lists, shows, creates, suspends and resumes apps.</summary>
public sealed class AppsEndpoint(ICampaignDirectory directory, AdminActions actions, AdminSecrets secrets)
{
    public async Task ListAsync(HttpContext context)
    {
        var apps = (await directory.ReadNewestAsync()).Apps.Values.OrderBy(app => app.CreatedAt).ThenBy(app => app.Id);
        await AdminPage.WriteAsync(context, apps.Select(AppResponse.From), app => app.Id, GatewayJson.Default.PageResponseAppResponse);
    }

    public async Task GetAsync(HttpContext context)
    {
        if (AdminRoute.App(context, await directory.ReadNewestAsync()) is { } app)
            await JsonAnswer.WriteSuccessAsync(context.Response, AppResponse.From(app), GatewayJson.Default.AppResponse);
        else
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.AppNotFound);
    }

    public async Task CreateAsync(HttpContext context)
    {
        if (await StrictBody.ReadAsync(context, NewApp.Read) is not { } request)
            return;

        var id = secrets.NewId(request.IdempotencyKey);
        var fingerprint = request.IdempotencyKey is null ? default : secrets.Fingerprint("app", request.Name);
        var reply = await actions.RunAsync(
            id, "app_created", JsonSerializer.SerializeToUtf8Bytes(new AppDetail(request.Name), GatewayJson.Default.AppDetail),
            state => RegistryDecisions.CreateApp(state, id, request.Name, fingerprint),
            registry => registry.CreateApp(id, request.Name, fingerprint));
        if (reply.Status != RegistryStatus.Done)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
            return;
        }

        // As it was made, so that a repeat says the same, whatever became of the app since.
        if (reply.IsRepeat)
            context.Response.Headers[JsonAnswer.ReplayedHeader] = "true";
        var response = new AppResponse(id, request.Name, Active: true, WireTime.Format(reply.At));
        await JsonAnswer.WriteSuccessAsync(context.Response, response, GatewayJson.Default.AppResponse);
    }

    public Task SuspendAsync(HttpContext context) => SetActiveAsync(context, active: false, "app_suspended");

    public Task ResumeAsync(HttpContext context) => SetActiveAsync(context, active: true, "app_resumed");

    private async Task SetActiveAsync(HttpContext context, bool active, string action)
    {
        if (!await StrictBody.ReadNothingAsync(context))
            return;
        if (AdminRoute.App(context, await directory.ReadNewestAsync()) is not { } app)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.AppNotFound);
            return;
        }

        var reply = await actions.RunAsync(
            app.Id, action, JsonSerializer.SerializeToUtf8Bytes(new AppDetail(app.Name), GatewayJson.Default.AppDetail),
            state => RegistryDecisions.SetAppActive(state, app.Id, active),
            registry => registry.SetAppActive(app.Id, active));
        if (reply.Status == RegistryStatus.Done)
            await JsonAnswer.WriteSuccessAsync(context.Response, AppResponse.From(app with { IsActive = active }), GatewayJson.Default.AppResponse);
        else
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
    }
}
