namespace CampaignEngine.Gateway.Reference;

internal static class ReferenceApiDescription
{
    public static readonly ApiOperation Document = new("getOpenApi", ApiTags.Operations, "This reference as OpenAPI 3.1")
    {
        Access = ApiAccess.None,
        Answers = [ApiBody.Bare<OpenApiHead>()],
        Examples = [new("document", null, """{"openapi":"3.1.1","info":{"title":"Campaign engine","version":"0.1.0"},"paths":{}}""")],
    };

    public static readonly ApiOperation Page = new("getDocs", ApiTags.Operations, "This reference as a page")
    {
        Access = ApiAccess.None,
        Answers = [ApiBody.Text("text/html")],
        Examples = [new("page", null, "<!doctype html>") { AnswerMediaType = "text/html" }],
    };

    private sealed record OpenApiHead(string Openapi, OpenApiInfo Info, IReadOnlyDictionary<string, object> Paths);

    private sealed record OpenApiInfo(string Title, string Version);
}
