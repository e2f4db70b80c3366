using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Schemas;

internal static class SchemasApiDescription
{
    public static readonly ApiOperation Campaign = new("getCampaignSchema", ApiTags.Campaigns, "The JSON Schema of a definition")
    {
        Description = "For editors, while somebody writes a definition.",
        Access = ApiAccess.None,
        Answers = [ApiBody.Text(SchemasApi.ContentType)],
        Examples = [new("schema", null, "\"title\": \"Campaign definition\"") { AnswerMediaType = SchemasApi.ContentType }],
    };
}
