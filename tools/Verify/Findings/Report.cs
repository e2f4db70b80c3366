namespace CampaignEngine.Verify.Findings;

/// <summary>What came out of verifying an export.</summary>
/// <param name="FindingCount">May be more than there are in <paramref name="Findings"/>, which are the first.</param>
/// <param name="Notes">What could not be checked, and what to know.</param>
/// <param name="Digest">Over the ends of all streams, as the footer should have it.</param>
public sealed record Report(
    IReadOnlyList<Finding> Findings, long FindingCount, IReadOnlyList<string> Notes, string Digest,
    long CampaignEntries, long PoolEntries, long Participants, long ParticipantEntries, long Draws)
{
    public bool IsGood => FindingCount == 0;
}
