using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Admin;

/// <summary>The app and the key that a route names. What is no id, or of another app, is as what does not exist.</summary>
internal static class AdminRoute
{
    public static RegisteredApp? App(HttpContext context, RegistryState state) =>
        Id(context, "appId") is { } id ? state.Apps.GetValueOrDefault(id) : null;

    public static RegisteredKey? Key(HttpContext context, RegistryState state, RegisteredApp app) =>
        Id(context, "keyId") is { } id && state.FindKey(id) is { } key && key.App == app.Id ? key : null;

    private static Guid? Id(HttpContext context, string name) =>
        Guid.TryParseExact((string?)context.Request.RouteValues[name], "D", out var id) ? id : null;
}
