using System.Text.Json.Nodes;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>The forms of a body, each with its schema and its examples.</summary>
internal static class MediaTypes
{
    public static JsonObject Content(
        IEnumerable<ApiBody> bodies, Func<ApiBody, JsonNode> schemaOf, Func<ApiBody, IEnumerable<(string Name, JsonNode? Value)>> examplesOf) =>
        new(bodies.Select(body => KeyValuePair.Create(body.MediaType, (JsonNode?)new JsonObject
        {
            ["schema"] = schemaOf(body),
            ["examples"] = new JsonObject(examplesOf(body).Select(example =>
                KeyValuePair.Create(example.Name, (JsonNode?)new JsonObject { ["value"] = example.Value }))),
        })));

    public static JsonNode? Value(ApiBody body, string example) =>
        body.MediaType == ApiBody.Json ? JsonNode.Parse(example) : JsonValue.Create(example);
}
