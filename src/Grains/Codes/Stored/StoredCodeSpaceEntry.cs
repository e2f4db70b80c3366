using CampaignEngine.Grains.Interfaces.Codes;

namespace CampaignEngine.Grains.Codes.Stored;

/// <summary>A range of the code space that was leased. Aliases and ids are stored: they only grow.</summary>
[GenerateSerializer, Immutable, Alias("codes.leased")]
public sealed record CodesLeasedOut(
    [property: Id(0)] Guid LeaseId,
    [property: Id(1)] Guid Campaign,
    [property: Id(2)] CodeUse Use,
    [property: Id(3)] long Start,
    [property: Id(4)] long Count)
{
    /// <summary>How often the journal had been put back from a backup by then.</summary>
    [Id(5)]
    public long Restores { get; init; }
}
