using Microsoft.AspNetCore.Routing.Patterns;

namespace CampaignEngine.Gateway.Reference;

/// <summary>A route that is mapped, with what it says about itself.</summary>
/// <param name="Path">As OpenAPI writes it: <c>/v1/campaigns/{slug}</c>.</param>
public sealed record DescribedRoute(string Method, string Path, ApiOperation Operation)
{
    /// <summary>In the order of <see cref="ApiTags"/>, then as they were mapped.</summary>
    public static IReadOnlyList<DescribedRoute> FindAll(IEnumerable<Endpoint> endpoints) =>
    [
        .. from endpoint in endpoints.OfType<RouteEndpoint>()
           let operation = endpoint.Metadata.GetMetadata<ApiOperation>()
           where operation is not null
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [HttpMethods.Get]
           orderby OrderOf(operation.Tag)
           select new DescribedRoute(method, PathOf(endpoint.RoutePattern), operation),
    ];

    /// <summary>Without the constraints and optional parts that a pattern may have.</summary>
    public static string PathOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments
        .Where(segment => segment.Parts is not [RoutePatternParameterPart { IsOptional: true }])
        .Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => throw new InvalidOperationException($"Unknown part of the route {pattern.RawText}."),
        }))));

    private static int OrderOf(string tag) => ApiTags.All.TakeWhile(known => known.Name != tag).Count();
}
