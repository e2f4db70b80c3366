using CampaignEngine.Journal;
using CampaignEngine.Journal.Entries;
using CampaignEngine.Verify.Files;
using CampaignEngine.Verify.Findings;
using StreamId = CampaignEngine.Journal.StreamId;

namespace CampaignEngine.Verify;

/// <summary>Goes up one stream: versions without gaps, times that do not run backwards, and the chain.</summary>
internal sealed class StreamWalk(StreamId stream, FindingList findings)
{
    private long _version;
    private DateTimeOffset _time;

    public StreamId Stream => stream;

    public ChainHash Chain { get; private set; }

    public void Check(ExportLine line)
    {
        if (line.Version != _version + 1)
            findings.Add(line.StreamName, line.Version > _version ? _version + 1 : line.Version, line.Version > _version ? "is missing" : "comes again");
        if (line.Time < _time)
            findings.Add(line.StreamName, line.Version, "is older than the entry before");
        if (line.Raw is not null
            && EntryChain.Next(Chain, stream, line.Version, line.Time.UtcTicks, line.Raw, line.PersonalHash) != line.Chain)
            findings.Add(line.StreamName, line.Version, "does not fit the chain: it, or what was before it, is not as it was written");

        // What comes after is judged by itself: one changed entry is one finding.
        (_version, _time, Chain) = (line.Version, line.Time, line.Chain);
    }
}
