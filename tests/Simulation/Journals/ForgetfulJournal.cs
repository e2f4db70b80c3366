using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Simulation.Tests.Scheduling;

namespace CampaignEngine.Simulation.Tests.Journals;

/// <summary>A storage that acknowledges some appends and does not keep them. The simulation must find out.</summary>
internal sealed class ForgetfulJournal(Loop loop, JournalFaults faults) : SimulatedJournal(loop, faults)
{
    private int _appends;

    protected override StreamHead Commit(MemoryStreamRows rows, StreamHead head, Append append) =>
        ++_appends % 10 == 0 ? new StreamHead { Version = head.Version + append.Entries.Count } : base.Commit(rows, head, append);
}
