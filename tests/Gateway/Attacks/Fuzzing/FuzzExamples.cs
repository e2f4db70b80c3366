using System.Text;
using CampaignEngine.Gateway.Reference;
using CampaignEngine.Gateway.Tests.Reference;

namespace CampaignEngine.Gateway.Tests.Attacks.Fuzzing;

/// <summary>The documented requests of an operation, as bytes are made of them.</summary>
internal static class FuzzExamples
{
    public static IReadOnlyList<FuzzRequest> Of(DescribedRoute route, ExampleWorld world) =>
        [.. route.Operation.Examples.Select(example => Of(route, world, example))];

    private static FuzzRequest Of(DescribedRoute route, ExampleWorld world, ApiExample example)
    {
        List<(string, string)> headers = [("Host", "x")];
        if (ExampleCall.KeyFor(world, route.Operation.Access) is { Length: > 0 } key)
            headers.Add(route.Operation.Access == ApiAccess.AdminToken ? ("Authorization", $"Bearer {key}") : ("X-API-Secret", key));
        headers.Add(("Accept", example.AnswerMediaType));
        headers.AddRange(route.Operation.Parameters
            .Where(parameter => parameter is { In: "header", Example: not null })
            .Select(parameter => (parameter.Name, parameter.Example!)));
        if (example.Request is not null)
            headers.Add(("Content-Type", example.RequestMediaType));
        return new FuzzRequest
        {
            Operation = route.Operation.Id,
            Method = route.Method,
            Target = ExampleCall.UrlOf(world, route, example),
            Headers = headers,
            Body = example.Request is { } body ? Encoding.UTF8.GetBytes(world.InText(body)) : null,
        };
    }
}
