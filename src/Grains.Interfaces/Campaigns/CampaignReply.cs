namespace CampaignEngine.Grains.Interfaces.Campaigns;

/// <param name="Campaign">The status after the call.</param>
/// <param name="Version">The newest version after the call; 0 when there is none.</param>
/// <param name="Errors">
/// What is wrong with the definition, when <see cref="CampaignReplyStatus.InvalidDefinition"/>; which members cannot be
/// changed, when <see cref="CampaignReplyStatus.Frozen"/>; what lacks codes, when <see cref="CampaignReplyStatus.CodesMissing"/>.
/// </param>
/// <param name="View">The campaign after the call, when it is <see cref="CampaignReplyStatus.Done"/> and there is one.</param>
[GenerateSerializer, Immutable, Alias("CampaignReply")]
public sealed record CampaignReply(
    [property: Id(0)] CampaignReplyStatus Status,
    [property: Id(1)] Domain.Campaigns.CampaignStatus Campaign,
    [property: Id(2)] int Version,
    [property: Id(3)] IReadOnlyList<DefinitionErrorView> Errors,
    [property: Id(4)] CampaignView? View = null);

/// <param name="Pointer">RFC 6901.</param>
[GenerateSerializer, Immutable, Alias("DefinitionErrorView")]
public sealed record DefinitionErrorView([property: Id(0)] string Pointer, [property: Id(1)] string Message);

/// <summary>The numbers are on the wire, so they only grow.</summary>
[GenerateSerializer, Alias("CampaignReplyStatus")]
public enum CampaignReplyStatus : byte
{
    Done = 1,
    NotFound = 2,
    InvalidDefinition = 3,

    /// <summary>The change touches what draws depend on.</summary>
    Frozen = 4,
    InvalidTransition = 5,

    /// <summary>It is not known whether the change was kept, or not all have been told of it: the same call, made again, will tell.</summary>
    OutcomeUnknown = 6,

    /// <summary>Nothing was kept; the same call may be made again.</summary>
    Unavailable = 7,

    /// <summary>There is a campaign already: say which version is to be replaced.</summary>
    VersionRequired = 8,

    /// <summary>The version to be replaced is not the newest.</summary>
    VersionMismatch = 9,

    /// <summary>A campaign whose end has passed cannot be activated.</summary>
    EndHasPassed = 10,

    /// <summary>The campaign has as many versions, or as many bytes of them, as it may have.</summary>
    TooManyVersions = 11,

    /// <summary>A tier whose winners get uploaded codes has not enough of them.</summary>
    CodesMissing = 12,

    /// <summary>The campaign was deleted; its slug stays taken.</summary>
    Deleted = 13,
}
