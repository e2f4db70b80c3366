namespace CampaignEngine.Hosting.Starting;

/// <summary>Collects everything that is wrong with the settings, so that an operator learns all of it from one start.</summary>
public sealed class StartProblems
{
    private readonly List<string> _problems = [];

    public bool Any => _problems.Count > 0;

    public void Add(string problem) => _problems.Add(problem);

    /// <exception cref="StartErrorException">There is at least one problem.</exception>
    public void ThrowIfAny()
    {
        if (Any)
            throw new StartErrorException([.. _problems]);
    }
}
