using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Simulation.Tests.Scheduling;

namespace CampaignEngine.Simulation.Tests.Journals;

/// <summary>A storage that at times acknowledges an append and does not keep it. The simulation must find out.</summary>
internal sealed class ForgetfulJournal(Loop loop, JournalFaults faults) : SimulatedJournal(loop, faults)
{
    private int _appends;

    protected override StreamHead Commit(MemoryStreamRows rows, StreamHead head, Append append)
    {
        if (++_appends % 10 != 0 || rows.Stream.Kind != StreamKind.Participant)
            return base.Commit(rows, head, append);
        var copy = new MemoryStreamRows(rows.Stream);
        foreach (var entry in rows.ReadEntries(1, backwards: false))
            copy.Append(copy.Read().Head, new Append { Entries = [new NewEntry(entry.Time, entry.Public, entry.Personal)] });
        return copy.Append(copy.Read().Head, append);
    }
}
