namespace CampaignEngine.Verify.Findings;

/// <summary>Something that is wrong.</summary>
/// <param name="Stream"><c>campaign</c>, <c>pool</c>, <c>participant</c> and its participantRef, <c>file</c> or <c>fairness</c>.</param>
/// <param name="Version">Of the entry; 0 when it is no entry's.</param>
public sealed record Finding(string Stream, long Version, string What)
{
    public override string ToString() => Version == 0 ? $"{Stream}: {What}" : $"{Stream}, entry {Version}: {What}";
}
