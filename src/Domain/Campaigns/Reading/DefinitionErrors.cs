namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>Collects what is wrong. After <see cref="Max"/> one more says that there is more, and the rest is dropped.</summary>
internal sealed class DefinitionErrors
{
    /// <summary>More than a person corrects in one go; a bound on the answer to a hostile document.</summary>
    public const int Max = 500;

    private readonly List<DefinitionError> _errors = [];

    public bool Any => _errors.Count > 0;

    public void Add(string pointer, string message)
    {
        if (_errors.Count < Max)
            _errors.Add(new DefinitionError(pointer, message));
        else if (_errors.Count == Max)
            _errors.Add(new DefinitionError("", $"There are more errors than these {Max}. Correct these first."));
    }

    public IReadOnlyList<DefinitionError> ToList() => _errors;
}
