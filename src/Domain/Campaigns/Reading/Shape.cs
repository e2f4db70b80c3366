using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>What a single value must look like.</summary>
/// <param name="sentence">Says what to write; it is the error for everything else.</param>
internal abstract class Shape<T>(string sentence)
{
    public string Sentence => sentence;

    /// <returns>The value; when it is wrong, the error is reported and <c>default</c> is returned.</returns>
    public T? Read(JsonPart part)
    {
        if (TryRead(part.Element, out var value))
            return value;
        part.Refuse(Sentence);
        return default;
    }

    public abstract bool TryRead(JsonElement element, [MaybeNullWhen(false)] out T value);
}
