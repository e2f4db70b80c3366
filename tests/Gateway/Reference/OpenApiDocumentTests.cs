using System.Text.Json.Nodes;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Support;
using Microsoft.OpenApi;

namespace CampaignEngine.Gateway.Tests.Reference;

public sealed class OpenApiDocumentTests
{
    [Fact]
    public void A_reader_of_OpenAPI_finds_nothing_wrong()
    {
        var result = OpenApiDocument.Parse(ReferenceDocument.Json.ToJsonString(), "json");

        Assert.Empty(result.Diagnostic!.Errors);
        Assert.Empty(result.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, result.Diagnostic.SpecificationVersion);
    }

    /// <summary>So whatever the document lists is called by <see cref="ExampleTests"/>, which go through those ids.</summary>
    [Fact]
    public void It_lists_the_operations_that_the_tests_call() => Assert.Equal(
        DescribedRoutes.All.Select(route => route.Operation.Id).Order(),
        ReferenceDocument.Json["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => operation.Value!["operationId"]!.GetValue<string>())
            .Order());

    [Theory]
    [MemberData(nameof(DescribedRoutes.Ids), MemberType = typeof(DescribedRoutes))]
    public void Every_body_has_examples_that_fit_its_schema(string id)
    {
        var contents = Contents(ReferenceDocument.OperationOf(DescribedRoutes.Get(id))).ToList();

        Assert.All(contents, content =>
        {
            Assert.NotEmpty(content["examples"]!.AsObject());
            foreach (var (name, example) in content["examples"]!.AsObject())
                Assert.True(ReferenceDocument.Violations(content["schema"]!, ReferenceDocument.Resolve(example!)["value"]!.ToJsonString()) is [], $"{id}: {name}");
        });
    }

    [Fact]
    public void Requests_of_the_contract_may_have_members_that_nobody_knows_and_ours_may_not()
    {
        Assert.All(DescribedRoutes.All.Where(route => route.Operation.Requests.Any(body => body.MediaType == ApiBody.Json)), route =>
        {
            var schema = ReferenceDocument.RequestOf(route, ApiBody.Json)["schema"]!["$ref"]!.GetValue<string>().Split('/')[^1];
            var isOpen = ReferenceDocument.Json["components"]!["schemas"]![schema]!["additionalProperties"] is null;
            Assert.Equal(route.Operation.IgnoresUnknownMembers, isOpen);
        });
    }

    [Fact]
    public void Numbers_nulls_and_what_is_required_are_as_on_the_wire()
    {
        var schemas = ReferenceDocument.Json["components"]!["schemas"]!;

        Assert.Equal("""{"type":"integer","format":"int64"}""", schemas["ParticipantResponse"]!["properties"]!["totalPoints"]!.ToJsonString());
        Assert.Equal("""{"type":["null","integer"],"format":"int64"}""", schemas["PlaysResponse"]!["properties"]!["remaining"]!.ToJsonString());
        Assert.Equal("""{"type":"string","format":"date-time"}""", schemas["ParticipantResponse"]!["properties"]!["joinedAt"]!.ToJsonString());
        Assert.Equal("""["userId","eventType"]""", schemas["EventRequest"]!["required"]!.ToJsonString());
        Assert.Equal("""["status","code","message","error","requestId"]""", schemas["ErrorResponse"]!["required"]!.ToJsonString());
        Assert.Equal(
            """{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/NextMilestoneResponse"}]}""",
            schemas["MilestonesResponse"]!["properties"]!["next"]!.ToJsonString());
    }

    [Fact]
    public async Task It_is_served_to_anybody_and_made_once()
    {
        await using var host = await GatewayHost.StartAsync([AdminClient.Setting]);

        var first = await host.Client.GetStringAsync(ReferenceApi.DocumentPath);
        var second = await host.Client.GetStringAsync(ReferenceApi.DocumentPath);

        Assert.Equal(first, second);
        Assert.Equal(ReferenceDocument.Text, first);
    }

    private static IEnumerable<JsonNode> Contents(JsonNode operation) => operation["responses"]!.AsObject()
        .Select(response => response.Value!["content"])
        .Append(operation["requestBody"]?["content"])
        .OfType<JsonObject>()
        .SelectMany(content => content.Select(form => form.Value!));
}
