using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Grains.Interfaces.Campaigns;

/// <summary>Every version of one campaign's definition, and its lifecycle; the key is a <see cref="CampaignKey"/>.</summary>
[Alias("campaign-engine.campaign"), GrainInterfaceType("campaign")]
public interface ICampaignGrain : IGrainWithStringKey
{
    /// <summary>Keeps a new version of the definition. What a draw depends on is frozen once the campaign was activated.</summary>
    [Alias("Define")]
    Task<CampaignReply> Define(string slug, byte[] definition);

    /// <summary>Makes seed and campaign key, publishes their commitment, and starts.</summary>
    [Alias("Activate")]
    Task<CampaignReply> Activate();

    [Alias("Pause")]
    Task<CampaignReply> Pause();

    [Alias("Unpause")]
    Task<CampaignReply> Unpause();

    /// <summary>Ends the campaign for ever.</summary>
    [Alias("End")]
    Task<CampaignReply> End();

    /// <summary>Tells the registry of a change that it may not have heard of.</summary>
    [Alias("Resume")]
    Task Resume();
}

/// <param name="Errors">What is wrong with the definition, when <see cref="CampaignReplyStatus.InvalidDefinition"/>.</param>
[GenerateSerializer, Immutable, Alias("CampaignReply")]
public sealed record CampaignReply(
    [property: Id(0)] CampaignReplyStatus Status,
    [property: Id(1)] CampaignStatus Campaign,
    [property: Id(2)] int Version,
    [property: Id(3)] IReadOnlyList<DefinitionErrorView> Errors);

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
}
