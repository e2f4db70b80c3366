namespace CampaignEngine.Gateway.Reference;

/// <summary>A route's path and query, with the examples of its parameters in them.</summary>
public static class ExampleUrl
{
    public static string Of(DescribedRoute route, ApiExample example)
    {
        var path = route.Operation.Parameters
            .Where(parameter => parameter.In == "path")
            .Aggregate(route.Path, (url, parameter) => url.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(parameter.Example!), StringComparison.Ordinal));
        var query = string.Join('&', route.Operation.Parameters
            .Where(parameter => parameter is { In: "query", Example: not null })
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Example!)}")
            .Concat(example.Query is { } more ? [more] : []));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
