using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;
using CampaignEngine.Grains.Interfaces.Audits;
using CampaignEngine.Grains.Interfaces.Keys;
using CampaignEngine.Grains.Interfaces.Registry;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Admin;

/// <summary>Lists, shows, makes and revokes the keys of an app.</summary>
public sealed class KeysEndpoint(ICampaignDirectory directory, IGrainFactory grains, AdminActions actions, AdminSecrets secrets)
{
    public async Task ListAsync(HttpContext context)
    {
        if (await AppAsync(context) is not var (state, app))
            return;
        var uses = await LastUsesAsync(app.Id);
        var keys = state.KeysOf(app.Id).OrderBy(key => key.CreatedAt).ThenBy(key => key.KeyId);
        await AdminPage.WriteAsync(
            context, keys.Select(key => KeyResponse.From(key, LastUse(uses, key))), key => key.Id, GatewayJson.Default.PageResponseKeyResponse);
    }

    public async Task GetAsync(HttpContext context)
    {
        if (await KeyAsync(context) is { } key)
            await WriteAsync(context, key);
    }

    public async Task CreateAsync(HttpContext context)
    {
        if (await StrictBody.ReadAsync(context, NewKey.Read) is not { } request || await AppAsync(context) is not var (_, app))
            return;

        var id = secrets.NewId(request.IdempotencyKey);
        var key = secrets.NewKey(app.Id, request.Environment, request.IdempotencyKey);
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(key));
        var note = new KeyNote(request.Label, AuditActor.Admin, Fingerprint(app.Id, request));
        var reply = await actions.RunAsync(
            app.Id, "key_created", Detail(new KeyDetail(id, KeyWords.Of(request.Environment), KeyWords.Of(request.Scopes), request.Label)),
            state => RegistryDecisions.AddKey(state, id, app.Id, request.Environment, hash, request.Scopes, note),
            registry => registry.AddKey(id, app.Id, request.Environment, hash, request.Scopes, note));
        if (reply.Status != RegistryStatus.Done)
        {
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
            return;
        }

        // As it was made, so that a repeat says the same, whatever became of the key since.
        if (reply.IsRepeat)
            context.Response.Headers[JsonAnswer.ReplayedHeader] = "true";
        var response = new KeyResponse(
            id, KeyWords.Of(request.Environment), KeyWords.Of(request.Scopes), request.Label, WireTime.Format(reply.At), AuditActor.Admin,
            RevokedAt: null, LastUsedAt: null, key);
        await JsonAnswer.WriteSuccessAsync(context.Response, response, GatewayJson.Default.KeyResponse);
    }

    public async Task RevokeAsync(HttpContext context)
    {
        if (!await StrictBody.ReadNothingAsync(context) || await KeyAsync(context) is not { } key)
            return;

        var reply = await actions.RunAsync(
            key.App, "key_revoked", Detail(new KeyDetail(key.KeyId, KeyWords.Of(key.Environment), KeyWords.Of(key.Scopes), key.Label)),
            state => RegistryDecisions.RevokeKey(state, key.KeyId),
            registry => registry.RevokeKey(key.KeyId));
        if (reply.Status == RegistryStatus.Done)
            await WriteAsync(context, key with { RevokedAt = reply.At });
        else
            await ErrorAnswer.WriteAsync(context, ErrorCatalog.Of(reply.Status));
    }

    private UInt128 Fingerprint(Guid app, NewKey request) => request.IdempotencyKey is null
        ? default
        : secrets.Fingerprint("key", $"{app:N}", request.Environment.ToString(), request.Scopes.ToString(), request.Label);

    private async Task<(RegistryState State, RegisteredApp App)?> AppAsync(HttpContext context)
    {
        var state = await directory.ReadNewestAsync();
        if (AdminRoute.App(context, state) is { } app)
            return (state, app);
        await ErrorAnswer.WriteAsync(context, ErrorCatalog.AppNotFound);
        return null;
    }

    private async Task<RegisteredKey?> KeyAsync(HttpContext context)
    {
        if (await AppAsync(context) is not var (state, app))
            return null;
        if (AdminRoute.Key(context, state, app) is { } key)
            return key;
        await ErrorAnswer.WriteAsync(context, ErrorCatalog.KeyNotFound);
        return null;
    }

    private async Task WriteAsync(HttpContext context, RegisteredKey key) => await JsonAnswer.WriteSuccessAsync(
        context.Response, KeyResponse.From(key, LastUse(await LastUsesAsync(key.App), key)), GatewayJson.Default.KeyResponse);

    private ValueTask<IReadOnlyList<KeyUse>> LastUsesAsync(Guid app) => grains.GetGrain<IKeyUseGrain>(app).Get();

    private static DateTimeOffset? LastUse(IReadOnlyList<KeyUse> uses, RegisteredKey key)
    {
        foreach (var use in uses)
        {
            if (use.KeyId == key.KeyId)
                return use.At;
        }

        return null;
    }

    private static byte[] Detail(KeyDetail detail) => JsonSerializer.SerializeToUtf8Bytes(detail, GatewayJson.Default.KeyDetail);
}
