namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>Reports what is written for a second time where each must be different, at the second one.</summary>
internal sealed class UniqueTexts
{
    private readonly Dictionary<string, string> _pointers = new(StringComparer.Ordinal);

    /// <param name="text">Null when it was wrong and has an error already.</param>
    public void Add(string? text, string pointer, DefinitionErrors errors)
    {
        if (text is not null && !_pointers.TryAdd(text, pointer))
            errors.Add(pointer, $"This is the same as {_pointers[text]}. Write a different one.");
    }
}
