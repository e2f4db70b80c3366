namespace CampaignEngine.Hosting.Starting;

/// <summary>The process cannot start as it is set up. Each problem is a sentence that says what to write instead.</summary>
public sealed class StartErrorException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public StartErrorException(string problem)
        : this([problem])
    {
    }

    public IReadOnlyList<string> Problems => problems;
}
