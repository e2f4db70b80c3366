namespace CampaignEngine.Journal;

/// <summary>
/// A journal that commits appends in the order in which they began, whatever their streams. What was begun first is on
/// disk no later than what was begun after it, so an append may rest on one that is still on its way, as long as it
/// names it in <see cref="Append.After"/>. A stream may then have several appends in flight.
/// </summary>
public interface IOrderedJournal : IJournal
{
    /// <summary>
    /// Begins an append; it has its place in the order when this returns. Throws what <see cref="IJournal.AppendAsync"/>
    /// throws before anything is on its way; what comes later comes from <see cref="BegunAppend.Committed"/>.
    /// </summary>
    /// <exception cref="PrecedentRefusedException">From the task: the append named in <see cref="Append.After"/> was refused.</exception>
    BegunAppend BeginAppend(StreamId stream, StreamHead head, Append append);
}

/// <summary>An append on its way.</summary>
/// <param name="Ticket">Its place in the order, from 1; good for <see cref="Append.After"/> in this instance of the journal only.</param>
/// <param name="Head">The stream's head once it is committed.</param>
/// <param name="Committed">Ends with that head when it is durable.</param>
public readonly record struct BegunAppend(long Ticket, StreamHead Head, Task<StreamHead> Committed);
