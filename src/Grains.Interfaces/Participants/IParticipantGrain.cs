namespace CampaignEngine.Grains.Interfaces.Participants;

/// <summary>
/// One user of one campaign; the key is a <see cref="ParticipantKey"/>. Not reentrant: one event of a user at a time.
/// </summary>
[Alias("campaign-engine.participant"), GrainInterfaceType("participant")]
public interface IParticipantGrain : IGrainWithStringKey
{
    /// <summary>Decides an event, keeps it, and answers what was kept. Refusals are statuses, never exceptions.</summary>
    [Alias("RecordEvent")]
    ValueTask<RecordEventReply> RecordEvent(RecordEventRequest request);

    /// <summary>The participant as recorded, or null when nothing was ever recorded.</summary>
    [Alias("Get")]
    ValueTask<ParticipantView?> Get();

    /// <summary>
    /// The pool asks what became of an award that it still holds open for a play of this participant. When the answer
    /// is <see cref="AwardFate.Released"/>, no entry that carries the award can be committed any more.
    /// </summary>
    [Alias("Settle")]
    ValueTask<AwardFate> Settle(long award, long play);

    /// <summary>
    /// A win was taken back: its points are taken from the total, which never falls below 0. Repeated calls change nothing
    /// and answer the same. The win still counts towards wins per user.
    /// </summary>
    /// <param name="play">The play that won.</param>
    /// <param name="points">The prize's points.</param>
    /// <returns>The points that were taken, 0 to <paramref name="points"/>.</returns>
    /// <exception cref="InvalidOperationException">This participant has no such win.</exception>
    [Alias("VoidWin")]
    ValueTask<long> VoidWin(long award, long play, long points);
}
