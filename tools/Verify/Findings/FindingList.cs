namespace CampaignEngine.Verify.Findings;

/// <summary>Keeps the first findings and counts all.</summary>
internal sealed class FindingList
{
    private const int MaxKept = 1_000;

    private readonly List<Finding> _kept = [];

    public IReadOnlyList<Finding> Kept => _kept;

    public long Count { get; private set; }

    public void Add(string stream, long version, string what)
    {
        Count++;
        if (_kept.Count < MaxKept)
            _kept.Add(new Finding(stream, version, what));
    }
}
