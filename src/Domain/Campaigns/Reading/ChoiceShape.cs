using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>One of a few names, written exactly so.</summary>
internal sealed class ChoiceShape<T>(params (string Name, T Value)[] choices) : Shape<T>(
    $"Write one of these texts: {string.Join(", ", choices.Select(choice => choice.Name))}.")
{
    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (!JsonText.TryGet(element, out var text))
            return false;
        foreach (var choice in choices)
        {
            if (choice.Name != text)
                continue;
            value = choice.Value;
            return true;
        }
        return false;
    }
}
