using System.Text;
using CampaignEngine.Gateway.Keys;

namespace CampaignEngine.Gateway.Reference.Docs;

/// <summary>An example as a command for a shell. <c>$ENGINE</c> stands for the engine's address.</summary>
internal static class CurlCommand
{
    public static string Of(DescribedRoute route, ApiExample example)
    {
        var command = new StringBuilder("curl");
        if (route.Method != HttpMethods.Get)
            command.Append(" -X ").Append(route.Method);
        command.Append($" \"$ENGINE{ExampleUrl.Of(route, example)}\"");

        if (route.Operation.Access is ApiAccess.EventsKey or ApiAccess.ManageKey)
            AddHeader(command, $"\"{ApiKeyAuthentication.Header}: $KEY\"");
        else if (route.Operation.Access == ApiAccess.AdminToken)
            AddHeader(command, "\"Authorization: Bearer $ADMIN_TOKEN\"");
        foreach (var header in route.Operation.Parameters.Where(parameter => parameter is { In: "header", Example: not null }))
            AddHeader(command, Quote($"{header.Name}: {header.Example}"));
        if (example.Request is { } body)
        {
            AddHeader(command, Quote($"Content-Type: {example.RequestMediaType}"));
            command.Append(" \\\n  --data-binary ").Append(Quote(body));
        }

        return command.ToString();
    }

    private static void AddHeader(StringBuilder command, string header) => command.Append(" \\\n  -H ").Append(header);

    private static string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
