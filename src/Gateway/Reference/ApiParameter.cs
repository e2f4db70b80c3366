namespace CampaignEngine.Gateway.Reference;

/// <summary>A value in the path, the query or a header.</summary>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>, as OpenAPI writes it.</param>
/// <param name="Schema">A JSON Schema.</param>
/// <param name="Example">As it is sent, before percent-encoding. An optional parameter may have none.</param>
public sealed record ApiParameter(string Name, string In, string Description, string Schema, string? Example, bool IsRequired)
{
    public const string AnyText = """{"type":"string"}""";

    public static readonly ApiParameter Slug = Path("slug", "The campaign's name in URLs.", "summer-promo",
        """{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,63}$"}""");

    public static readonly ApiParameter UserId = Path("userId",
        "The app's own id of the user, percent-encoded as UTF-8: `a/b` is `a%2Fb`.", "user-123",
        """{"type":"string","minLength":1,"maxLength":255}""");

    public static readonly ApiParameter IdempotencyKey = Header(Events.IdempotencyKey.Header,
        "Names the request, so that it can be sent again: the same key with the same request gets the same answer.", "order-1001",
        """{"type":"string","minLength":1,"maxLength":255,"pattern":"^[!-~]+$"}""");

    public static readonly ApiParameter TestClock = Header(Requests.TestClock.Header,
        "The time of this one request, with a test key.", null, """{"type":"string","format":"date-time"}""");

    public static readonly ApiParameter IfMatch = Header("If-Match", "The version that is replaced, as `ETag` gave it.", null,
        """{"type":"string","pattern":"^\"[0-9]+\"$"}""");

    public static readonly ApiParameter Limit = Query("limit", "How many items at most; more than 100 is taken as 100.", null,
        """{"type":"integer","format":"int32","minimum":1,"default":20}""");

    public static readonly ApiParameter Cursor = Query("cursor", "The `nextCursor` of the page before.", null, AnyText);

    public static ApiParameter Path(string name, string description, string example, string schema = AnyText) =>
        new(name, "path", description, schema, example, IsRequired: true);

    public static ApiParameter Query(string name, string description, string? example, string schema = AnyText, bool isRequired = false) =>
        new(name, "query", description, schema, example, isRequired);

    public static ApiParameter Header(string name, string description, string? example, string schema = AnyText, bool isRequired = false) =>
        new(name, "header", description, schema, example, isRequired);
}
