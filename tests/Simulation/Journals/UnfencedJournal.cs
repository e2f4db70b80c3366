using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Simulation.Tests.Scheduling;

namespace CampaignEngine.Simulation.Tests.Journals;

/// <summary>A storage without the version fence: it takes what was decided on an old version. The simulation must find out.</summary>
internal sealed class UnfencedJournal(Loop loop, JournalFaults faults) : SimulatedJournal(loop, faults)
{
    protected override StreamHead Commit(MemoryStreamRows rows, StreamHead head, Append append)
    {
        var newest = rows.Read().Head;
        var moved = newest.Version - head.Version;
        return base.Commit(rows, newest, new Append
        {
            Entries = append.Entries,
            Snapshot = append.Snapshot,
            Summary = append.Summary,
            UniqueKeys = [.. append.UniqueKeys
                .Where(key => rows.FindByKey(key.Key) is null)
                .Select(key => key with { Version = key.Version + moved })],
            Pending = append.Pending,
        });
    }
}
