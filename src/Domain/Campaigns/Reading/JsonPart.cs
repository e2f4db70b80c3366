using System.Globalization;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>A value of the document, where it stands and where its errors go.</summary>
internal readonly record struct JsonPart(JsonElement Element, string Pointer, DefinitionErrors Errors)
{
    public void Refuse(string message) => Errors.Add(Pointer, message);

    public JsonPart Item(int index, JsonElement element) =>
        new(element, $"{Pointer}/{index.ToString(CultureInfo.InvariantCulture)}", Errors);

    /// <summary>The pointer of a member, its name escaped as RFC 6901 says.</summary>
    public string PointerTo(string name) =>
        $"{Pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
