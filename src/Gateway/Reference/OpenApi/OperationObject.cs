using System.Text.Json.Nodes;

namespace CampaignEngine.Gateway.Reference.OpenApi;

/// <summary>One operation as OpenAPI writes it.</summary>
internal static class OperationObject
{
    public static JsonObject From(ApiOperation operation, SchemaComponents schemas)
    {
        var json = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["tags"] = new JsonArray(operation.Tag),
            ["summary"] = operation.Summary,
        };
        if (operation.Description is { } description)
            json["description"] = description;
        if (operation.Parameters.Count > 0)
            json["parameters"] = new JsonArray([.. operation.Parameters.Select(Parameter)]);
        if (operation.Requests.Count > 0)
            json["requestBody"] = new JsonObject { ["required"] = !operation.IsRequestOptional, ["content"] = RequestContent(operation, schemas) };
        json["responses"] = ResponseObjects.From(operation, schemas);
        json["security"] = Security(operation.Access);
        return json;
    }

    private static JsonObject Parameter(ApiParameter parameter)
    {
        var json = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = parameter.In,
            ["description"] = parameter.Description,
            ["required"] = parameter.IsRequired,
            ["schema"] = JsonNode.Parse(parameter.Schema),
        };
        if (parameter.Example is { } example)
            json["example"] = example;
        return json;
    }

    private static JsonObject RequestContent(ApiOperation operation, SchemaComponents schemas) => MediaTypes.Content(
        operation.Requests,
        body => schemas.AddRequest(body, isClosed: !operation.IgnoresUnknownMembers),
        body => operation.Examples
            .Where(example => example.Request is not null && example.RequestMediaType == body.MediaType)
            .Select(example => (example.Name, MediaTypes.Value(body, example.Request!))));

    private static JsonArray Security(ApiAccess access) => access switch
    {
        ApiAccess.None => [],
        ApiAccess.EventsKey => [new JsonObject { [OpenApiDocument.KeyScheme] = new JsonArray("events") }],
        ApiAccess.ManageKey => [new JsonObject { [OpenApiDocument.KeyScheme] = new JsonArray("manage") }],
        ApiAccess.AdminToken => [new JsonObject { [OpenApiDocument.AdminScheme] = new JsonArray() }],
        _ => throw new ArgumentOutOfRangeException(nameof(access), access, "Unknown access."),
    };
}
