namespace CampaignEngine.Grains.Interfaces.Codes;

/// <summary>
/// The number space of all codes of one app and environment; the key is <c>app/environment</c>. Leases disjoint ranges,
/// so that no two codes are ever the same.
/// </summary>
[Alias("campaign-engine.code-space"), GrainInterfaceType("code-space")]
public interface ICodeSpaceGrain : IGrainWithStringKey
{
    /// <summary>Leases <paramref name="count"/> numbers. The same lease id gets the same range.</summary>
    /// <exception cref="InvalidOperationException">The space is used up.</exception>
    [Alias("Lease")]
    Task<CodeRange> Lease(Guid leaseId, Guid campaign, CodeUse use, long count);

    /// <summary>The lease that a number belongs to, or null when it was never leased.</summary>
    [Alias("Find")]
    ValueTask<CodeLease?> Find(long number);

    /// <summary>A lease by its id, or null when there is none.</summary>
    [Alias("FindLease")]
    ValueTask<CodeLease?> FindLease(Guid leaseId);
}

/// <summary>What a range of codes is for. The numbers are stored.</summary>
[GenerateSerializer, Alias("CodeUse")]
public enum CodeUse : byte
{
    Win = 1,

    /// <summary>Redeemable for points; the lease's id is that of the batch.</summary>
    Code = 2,
}

[GenerateSerializer, Immutable, Alias("CodeRange")]
public readonly record struct CodeRange([property: Id(0)] long Start, [property: Id(1)] long Count);

[GenerateSerializer, Immutable, Alias("CodeLease")]
public sealed record CodeLease(
    [property: Id(0)] Guid LeaseId,
    [property: Id(1)] Guid Campaign,
    [property: Id(2)] CodeUse Use,
    [property: Id(3)] CodeRange Range)
{
    /// <summary>
    /// Whether the journal was put back from a backup since: numbers of it that nobody has, as far as the journal knows,
    /// may have been shown.
    /// </summary>
    [Id(4)]
    public bool IsBeforeRestore { get; init; }
}
