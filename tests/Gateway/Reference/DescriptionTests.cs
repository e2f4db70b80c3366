using CampaignEngine.Gateway.Reference;

namespace CampaignEngine.Gateway.Tests.Reference;

/// <summary>What a route must say about itself.</summary>
public sealed class DescriptionTests
{
    /// <summary>Files of the page.</summary>
    private static readonly string[] NotPartOfTheApi =
        [ReferenceApi.PagePath + "/scalar.js", ReferenceApi.PagePath + "/scalar.aspnetcore.js", ReferenceApi.PagePath + "/favicon.svg"];

    [Fact]
    public void Every_route_describes_itself()
    {
        var silent = DescribedRoutes.Mapped
            .Where(endpoint => endpoint.Metadata.GetMetadata<ApiOperation>() is null)
            .Select(endpoint => DescribedRoute.PathOf(endpoint.RoutePattern))
            .Except(NotPartOfTheApi);

        Assert.Empty(silent);
    }

    [Fact]
    public void No_two_routes_have_the_same_id_or_the_same_place()
    {
        Assert.Equal(DescribedRoutes.All.Count, DescribedRoutes.All.Select(route => route.Operation.Id).Distinct().Count());
        Assert.Equal(DescribedRoutes.All.Count, DescribedRoutes.All.Select(route => (route.Method, route.Path)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(DescribedRoutes.Ids), MemberType = typeof(DescribedRoutes))]
    public void A_route_is_described_completely(string id)
    {
        var route = DescribedRoutes.Get(id);
        var operation = route.Operation;

        Assert.Matches("^[a-z][A-Za-z]+$", operation.Id);
        Assert.Contains(operation.Tag, ApiTags.All.Select(tag => tag.Name));
        Assert.Matches("^[A-Z].*[^.]$", operation.Summary);
        Assert.Equal(ParametersInPath(route), operation.Parameters.Where(parameter => parameter.In == "path").Select(parameter => parameter.Name));
        Assert.All(operation.Parameters.Where(parameter => parameter.IsRequired), parameter => Assert.NotNull(parameter.Example));
        Assert.NotEmpty(operation.Examples);
        Assert.All(operation.Requests, body =>
            Assert.Contains(operation.Examples, example => example.Request is not null && example.RequestMediaType == body.MediaType));
        Assert.All(operation.Answers, body =>
            Assert.Contains(operation.Examples, example => example.Answer is not null && example.AnswerMediaType == body.MediaType));
        Assert.Equal(operation.Examples.Count, operation.Examples.Select(example => example.Name).Distinct().Count());
        Assert.Equal(operation.Status == 204, operation.Answers.Count == 0);
        Assert.Equal(operation.Access != ApiAccess.None, route.Path.StartsWith("/v1/", StringComparison.Ordinal));
    }

    private static IEnumerable<string> ParametersInPath(DescribedRoute route) => route.Path.Split('/')
        .Where(segment => segment is ['{', .., '}']).Select(segment => segment[1..^1]);
}
