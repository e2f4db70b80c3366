using CampaignEngine.Journal;

namespace CampaignEngine.Cluster.Tests.Twins;

/// <summary>
/// A twin of the engine with one bug in it, which a journal or a filter around the real one brings back, and the steps
/// that let the bug show, every time. Without the bug the same steps must break nothing.
/// </summary>
internal abstract class Twin
{
    /// <summary>Never anything to win, unless a twin is about prizes.</summary>
    public virtual string Definition => Definitions.InstantWin(odds: "1e-18", quantity: 1);

    /// <summary>The journal as one process with the bug has it.</summary>
    public virtual IJournal Break(IJournal journal) => journal;

    /// <summary>Whether what <see cref="Break"/> remembers is right only while there is no other process.</summary>
    public virtual bool IsAlone => false;

    /// <summary>What goes wrong in the calls of all processes; null is nothing.</summary>
    public virtual IIncomingGrainCallFilter? Filter => null;

    public abstract Task PlayAsync(Stage stage);
}
