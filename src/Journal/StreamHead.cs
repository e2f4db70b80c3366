namespace CampaignEngine.Journal;

/// <summary>
/// Where a stream ends: the version of its newest entry (0 when it has none) and the checksum chain up to it.
/// Comes from Read and Append and goes into the next Append.
/// </summary>
/// <param name="SummaryVersion">
/// The entry that holds the stream's newest summary, 0 for none, in a backend that keeps summaries in entries.
/// </param>
public readonly record struct StreamHead(long Version, ChainHash Chain, long SummaryVersion = 0)
{
    public static readonly StreamHead Empty;
}

/// <summary>A SHA-256 over an entry and the chain before it; all zeros before the first entry.</summary>
public readonly record struct ChainHash(UInt128 High, UInt128 Low)
{
    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => $"{High:x32}{Low:x32}";
}
