using CampaignEngine.Grains.Interfaces.Audits;

namespace CampaignEngine.Grains.Interfaces.Campaigns;

/// <summary>
/// Every version of one campaign's definition, and its lifecycle; the key is a <see cref="CampaignKey"/>. Every change is
/// audited with its actor, an <see cref="AuditAction.Actor"/>.
/// </summary>
[Alias("campaign-engine.campaign"), GrainInterfaceType("campaign")]
public interface ICampaignGrain : IGrainWithStringKey
{
    /// <summary>
    /// Keeps a new version of the definition. What a draw depends on is frozen once the campaign was activated. The same
    /// document again changes nothing.
    /// </summary>
    /// <param name="ifVersion">The version that is to be replaced, 0 when there must be none yet, or null for whichever there is.</param>
    [Alias("Define")]
    Task<CampaignReply> Define(string slug, byte[] definition, string actor = AuditActor.Engine, int? ifVersion = null);

    /// <summary>Makes seed and campaign key, publishes their commitment, and starts.</summary>
    [Alias("Activate")]
    Task<CampaignReply> Activate(string actor = AuditActor.Engine);

    [Alias("Pause")]
    Task<CampaignReply> Pause(string actor = AuditActor.Engine);

    [Alias("Unpause")]
    Task<CampaignReply> Unpause(string actor = AuditActor.Engine);

    /// <summary>Ends the campaign for ever.</summary>
    [Alias("End")]
    Task<CampaignReply> End(string actor = AuditActor.Engine);

    /// <summary>
    /// Deletes a draft, or a campaign that ended an hour ago or earlier: nobody sees it any more but for its fairness
    /// document and its audit, and a minute later its participants, prizes and codes are removed from the journal.
    /// </summary>
    [Alias("Delete")]
    Task<CampaignReply> Delete(string actor = AuditActor.Engine);

    /// <summary>The newest version and the status, or null when there is none or it was deleted.</summary>
    [Alias("Get")]
    ValueTask<CampaignView?> Get();

    /// <summary>Versions, newest first, without their documents; null when there is no campaign or it was deleted.</summary>
    /// <param name="before">The version after which to go on, or null for the newest.</param>
    [Alias("GetVersions")]
    ValueTask<IReadOnlyList<CampaignVersionView>?> GetVersions(int? before, int limit);

    /// <summary>One version with its document, or null.</summary>
    [Alias("GetVersion")]
    ValueTask<CampaignVersionView?> GetVersion(int version);

    /// <summary>What the draws can be checked with, or null for a draft. Publishes the seed when its time has come.</summary>
    /// <param name="testClock">The time to go by in place of the clock, or null.</param>
    [Alias("GetFairness")]
    ValueTask<FairnessView?> GetFairness(DateTimeOffset? testClock);

    /// <summary>
    /// Finishes what the last change left to do, and ends the campaign when its end has passed.
    /// </summary>
    [Alias("Resume")]
    Task Resume();
}
