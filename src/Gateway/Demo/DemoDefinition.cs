using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignEngine.Hosting.Starting;

namespace CampaignEngine.Gateway.Demo;

/// <summary>A definition for the demo app. One that does not say when it runs, runs from yesterday for a year.</summary>
internal sealed record DemoDefinition(string Slug, byte[] Json)
{
    /// <summary>A member that appears twice would otherwise be found only when it is looked at.</summary>
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    private const string Resource = $"{DemoApp.Campaign}.json";

    /// <exception cref="StartErrorException">It is not a JSON object.</exception>
    public byte[] Running(DateTimeOffset now)
    {
        var document = Parse();
        // Whole days, so that gateways which plant it at the same time write the same definition.
        var start = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(-1);
        document["startsAt"] ??= Answers.WireTime.Format(start);
        document["endsAt"] ??= Answers.WireTime.Format(start.AddYears(1));
        return JsonSerializer.SerializeToUtf8Bytes(document, DemoJson.Default.JsonObject);
    }

    private JsonObject Parse()
    {
        try
        {
            if (JsonNode.Parse(Json, documentOptions: NoDuplicates) is JsonObject document)
                return document;
        }
        catch (JsonException)
        {
            // Said below, as for JSON that is no object.
        }

        throw new StartErrorException($"The campaign {Slug} of the demo cannot be created: its file is not a JSON object, or has a member twice.");
    }

    /// <summary>The demo campaign, then one for each file of the directory, if there is one.</summary>
    public static IEnumerable<DemoDefinition> ReadAll(string? directory)
    {
        yield return new DemoDefinition(DemoApp.Campaign, Answers.EmbeddedFile.Read(Resource));
        if (directory is null)
            yield break;
        foreach (var file in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal))
            yield return new DemoDefinition(Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file));
    }
}
