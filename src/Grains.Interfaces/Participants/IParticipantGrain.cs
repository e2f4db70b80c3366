using CampaignEngine.Grains.Interfaces.Referrals;

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

    /// <summary>
    /// As <see cref="RecordEvent"/> one after another, in one call. When it cannot be told whether one is kept, or storage
    /// is away, those after it are not tried and get the same status.
    /// </summary>
    /// <param name="requests">1 to 1,000, all of this user.</param>
    /// <returns>In the order of the requests.</returns>
    [Alias("RecordEvents")]
    ValueTask<RecordEventReply[]> RecordEvents(RecordEventRequest[] requests);

    /// <summary>The participant as recorded, or null when nothing was ever recorded.</summary>
    /// <param name="testClock">
    /// The time in the test environment; null is the clock's, and so is one before the participant's last entry, which
    /// <see cref="ParticipantView.LastEntryAt"/> tells.
    /// </param>
    [Alias("Get")]
    ValueTask<ParticipantView?> Get(DateTimeOffset? testClock = null);

    /// <summary>Says what an event would come to, and why; keeps nothing. Also of somebody who has no entry yet.</summary>
    [Alias("DryRun")]
    ValueTask<DryRunReply> DryRun(DryRunRequest request);

    /// <summary>Corrects the total, in every state of the campaign but draft.</summary>
    [Alias("AdjustPoints")]
    ValueTask<AdjustPointsReply> AdjustPoints(AdjustPointsRequest request);

    /// <summary>From here on the participant cannot win, or can again.</summary>
    [Alias("ChangeExclusion")]
    ValueTask<CorrectionStatus> ChangeExclusion(ChangeExclusionRequest request);

    /// <summary>Sets the display name, in every state of the campaign but draft.</summary>
    [Alias("SetDisplayName")]
    ValueTask<SetDisplayNameReply> SetDisplayName(SetDisplayNameRequest request);

    /// <summary>
    /// The first of a referral's three steps, at the referee: whether it may be. Each step may be repeated and answers the
    /// same; <see cref="Resume"/> finds those that are not finished.
    /// </summary>
    [Alias("BeginReferral")]
    ValueTask<ReferralReply> BeginReferral(BeginReferralRequest request);

    /// <summary>The second, at the referrer: the reward, or 0.</summary>
    [Alias("CreditReferral")]
    ValueTask<CreditReferralReply> CreditReferral(CreditReferralRequest request);

    /// <summary>The third, at the referee: records both rewards; the answer.</summary>
    [Alias("CompleteReferral")]
    ValueTask<ReferralReply> CompleteReferral(CompleteReferralRequest request);

    /// <summary>How many this user has referred; nothing of somebody who has no entry.</summary>
    [Alias("GetReferrals")]
    ValueTask<ReferralTotals> GetReferrals();

    /// <summary>Blanks the user id of who referred this participant, when it was that referrer. May be repeated.</summary>
    /// <exception cref="InvalidOperationException">The referral is not completed.</exception>
    [Alias("ForgetReferrer")]
    ValueTask ForgetReferrer(UInt128 referrer);

    /// <summary>Finishes what was interrupted, as far as it can alone.</summary>
    [Alias("Resume")]
    ValueTask<ParticipantWork> Resume();

    /// <summary>A win of this participant, or null when no entry carries the award.</summary>
    [Alias("FindWin")]
    ValueTask<WonPrize?> FindWin(long award);

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
