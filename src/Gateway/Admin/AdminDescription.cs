using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Gateway.Audits;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Admin;

internal static class AdminDescription
{
    private const string Uuid = """{"type":"string","format":"uuid"}""";

    private const string Active = """{"id":"0199f2a5-7c1e-7d52-9a60-4f2b6f0f9a11","name":"Shop","active":true,"createdAt":"2026-05-01T08:00:00Z"}""";

    private const string Suspended = """{"id":"0199f2a5-7c1e-7d52-9a60-4f2b6f0f9a11","name":"Shop","active":false,"createdAt":"2026-05-01T08:00:00Z"}""";

    private const string Key =
        """{"id":"0199f2a5-7d40-7a3b-8c15-92e6d0b4f733","environment":"test","scopes":["events"],"label":"till 7","createdAt":"2026-05-01T08:05:00Z","createdBy":"admin","revokedAt":null,"lastUsedAt":null}""";

    private static readonly ApiParameter AppId = ApiParameter.Path("appId", "The app's id.", "0199f2a5-7c1e-7d52-9a60-4f2b6f0f9a11", Uuid);

    private static readonly ApiParameter KeyId = ApiParameter.Path("keyId", "The key's id, which is not the key.", "0199f2a5-7d40-7a3b-8c15-92e6d0b4f733", Uuid);

    public static readonly ApiOperation ListApps = new("listApps", ApiTags.Admin, "List the apps")
    {
        Description = "The oldest first.",
        Access = ApiAccess.AdminToken,
        Parameters = [ApiParameter.Limit, ApiParameter.Cursor],
        Answers = [ApiBody.Of<PageResponse<AppResponse>>()],
        Examples =
        [
            new("first", null, $$"""{"items":[{{Active}}],"nextCursor":"0199f2a5-7c1e-7d52-9a60-4f2b6f0f9a11"}""") { Query = "limit=1" },
        ],
        Errors = [ErrorCatalog.InvalidRequest],
    };

    /// <summary>An idempotency key names one request of all that make apps and keys, so the examples have one each.</summary>
    public static readonly ApiOperation CreateApp = new("createApp", ApiTags.Admin, "Create an app")
    {
        Description = "Its campaigns, users and keys are apart from those of all others.",
        Access = ApiAccess.AdminToken,
        Parameters = [ApiParameter.IdempotencyKey with { Example = "app-shop" }],
        Requests = [ApiBody.Of<NewAppBody>()],
        Answers = [ApiBody.Of<AppResponse>()],
        Examples = [new("created", """{"name":"Shop"}""", Active)],
        Errors = [ErrorCatalog.InvalidBody, ErrorCatalog.TooManyApps, ErrorCatalog.EventIdReused, ErrorCatalog.OutcomeUnknown],
    };

    public static readonly ApiOperation GetApp = new("getApp", ApiTags.Admin, "Read an app")
    {
        Access = ApiAccess.AdminToken,
        Parameters = [AppId],
        Answers = [ApiBody.Of<AppResponse>()],
        Examples = [new("active", null, Active)],
        Errors = [ErrorCatalog.AppNotFound],
    };

    public static readonly ApiOperation SuspendApp = OfActivity("suspendApp", "Let no key of an app in", new ApiExample("suspended", "{}", Suspended));

    public static readonly ApiOperation ResumeApp = OfActivity("resumeApp", "Let the keys of a suspended app in again", new ApiExample("active", "{}", Active));

    public static readonly ApiOperation ListAudit = new("listAppAudit", ApiTags.Admin, "List who did what to an app and its keys, newest first")
    {
        Description = "Every action, recorded before it was carried out. What was done to a campaign is in the campaign's own audit.",
        Access = ApiAccess.AdminToken,
        Parameters = [AppId, ApiParameter.Limit, ApiParameter.Cursor],
        Answers = [ApiBody.Of<PageResponse<AuditResponse>>()],
        Examples =
        [
            new("audit", null,
                """{"items":[{"number":1,"at":"2026-06-01T12:00:00Z","actor":"admin","action":"app_suspended","detail":{"name":"Shop"}}],"nextCursor":null}"""),
        ],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.AppNotFound],
    };

    public static readonly ApiOperation ListKeys = new("listKeys", ApiTags.Admin, "List the keys of an app")
    {
        Description = "The oldest first, revoked ones among them. The keys themselves are stored nowhere.",
        Access = ApiAccess.AdminToken,
        Parameters = [AppId, ApiParameter.Limit, ApiParameter.Cursor],
        Answers = [ApiBody.Of<PageResponse<KeyResponse>>()],
        Examples = [new("keys", null, $$"""{"items":[{{Key}}],"nextCursor":null}""")],
        Errors = [ErrorCatalog.InvalidRequest, ErrorCatalog.AppNotFound],
    };

    public static readonly ApiOperation CreateKey = new("createKey", ApiTags.Admin, "Make a key for an app")
    {
        Description = "`secret` is the key. Only this answer has it, and a repeat with the same `Idempotency-Key`.",
        Access = ApiAccess.AdminToken,
        Parameters = [AppId, ApiParameter.IdempotencyKey with { Example = "key-till-7" }],
        Requests = [ApiBody.Of<NewKeyBody>()],
        Answers = [ApiBody.Of<KeyResponse>()],
        Examples =
        [
            new("created", """{"environment":"test","scopes":["events"],"label":"till 7"}""",
                Key[..^1] + ""","secret":"sk_test_00112233445566778899aabbccddeeff"}"""),
        ],
        Errors =
        [
            ErrorCatalog.InvalidBody, ErrorCatalog.AppNotFound, ErrorCatalog.TooManyKeys, ErrorCatalog.EventIdReused,
            ErrorCatalog.OutcomeUnknown,
        ],
    };

    public static readonly ApiOperation GetKey = new("getKey", ApiTags.Admin, "Read what is known of a key")
    {
        Access = ApiAccess.AdminToken,
        Parameters = [AppId, KeyId],
        Answers = [ApiBody.Of<KeyResponse>()],
        Examples = [new("unused", null, Key)],
        Errors = [ErrorCatalog.AppNotFound, ErrorCatalog.KeyNotFound],
    };

    public static readonly ApiOperation RevokeKey = new("revokeKey", ApiTags.Admin, "Let a key in no more, for ever")
    {
        Description = "In force everywhere when it is answered. Repeating it changes nothing.",
        Access = ApiAccess.AdminToken,
        Parameters = [AppId, KeyId],
        Requests = [ApiBody.Of<NoMembers>()],
        IsRequestOptional = true,
        Answers = [ApiBody.Of<KeyResponse>()],
        Examples =
        [
            new("revoked", "{}", Key.Replace("\"revokedAt\":null", "\"revokedAt\":\"2026-06-01T12:00:00Z\"", StringComparison.Ordinal)),
        ],
        Errors = [ErrorCatalog.InvalidBody, ErrorCatalog.AppNotFound, ErrorCatalog.KeyNotFound, ErrorCatalog.OutcomeUnknown],
    };

    private static ApiOperation OfActivity(string id, string summary, ApiExample example) => new(id, ApiTags.Admin, summary)
    {
        Description = "In force everywhere when it is answered. Repeating it changes nothing.",
        Access = ApiAccess.AdminToken,
        Parameters = [AppId],
        Requests = [ApiBody.Of<NoMembers>()],
        IsRequestOptional = true,
        Answers = [ApiBody.Of<AppResponse>()],
        Examples = [example],
        Errors = [ErrorCatalog.InvalidBody, ErrorCatalog.AppNotFound, ErrorCatalog.OutcomeUnknown],
    };

    /// <summary>For the reference. <see cref="NewApp"/> reads it without making one.</summary>
    private sealed record NewAppBody([property: StringLength(NewApp.MaxName, MinimumLength = 1)] string Name);

    /// <summary>For the reference. <see cref="NewKey"/> reads it without making one.</summary>
    private sealed record NewKeyBody(
        [property: AllowedValues("live", "test")] string Environment,
        [property: Description("What it may do: `events`, `manage`; both unless told.")] IReadOnlyList<string>? Scopes = null,
        [property: Description("For people."), StringLength(NewKey.MaxLabel)] string? Label = null);
}
