namespace CampaignEngine.Grains.Interfaces.Audits;

/// <summary>
/// Management actions on one campaign, or on one app and its keys; the key is a <see cref="Campaigns.CampaignKey"/>, for
/// an app one with environment 0 and an empty campaign. An action is recorded before it is carried out, so that none is
/// missing; one that was recorded may have been refused or lost afterwards, and sent again.
/// </summary>
[Alias("campaign-engine.audit"), GrainInterfaceType("audit")]
public interface IAuditGrain : IGrainWithStringKey
{
    /// <summary>Kept when it returns.</summary>
    [Alias("Record")]
    Task Record(AuditAction action);

    /// <summary>Newest first.</summary>
    /// <param name="before">The number of the record after which to go on, or null for the newest.</param>
    /// <param name="limit">1 to 101: a page, and one that says whether there is another.</param>
    [Alias("Read")]
    ValueTask<IReadOnlyList<AuditRecord>> Read(long? before, int limit);
}

/// <summary>What somebody asked for.</summary>
/// <param name="Actor">The id of the API key, as 32 hexadecimal digits; <c>admin</c> for the admin token; <c>engine</c> for the engine itself.</param>
/// <param name="Action">A stable snake_case name, such as <c>campaign_paused</c>.</param>
/// <param name="Detail">What changed: a JSON object, UTF-8, at most 64 KiB. Nothing in it may be secret or name a person.</param>
[GenerateSerializer, Immutable, Alias("AuditAction")]
public sealed record AuditAction(
    [property: Id(0)] string Actor,
    [property: Id(1)] string Action,
    [property: Id(2)] byte[] Detail);

/// <param name="Number">1, 2, 3, … in the order of recording.</param>
[GenerateSerializer, Immutable, Alias("AuditRecord")]
public sealed record AuditRecord(
    [property: Id(0)] long Number,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] AuditAction Action);
