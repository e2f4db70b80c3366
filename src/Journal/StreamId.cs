namespace CampaignEngine.Journal;

/// <summary>What a stream belongs to: an app (tenant), one of its environments, and a campaign. Empty parts mean "all of it".</summary>
public readonly record struct Scope(Guid App, byte Environment, Guid Campaign);

/// <summary>Whose history a stream is. The numbers are stored, so they only grow.</summary>
public enum StreamKind : byte
{
    JournalInfo = 1,
    Registry = 2,
    Campaign = 3,
    Participant = 4,
    PrizePool = 5,
    CodeSpace = 6,
    PrizeCodes = 7,
    Audit = 8,
    KeyUse = 9,
    CodeBatches = 10,
    CodeBatch = 11,
}

/// <summary>The name of a stream: <see cref="Key"/> is a participantRef, or 0 where a scope has one stream of the kind.</summary>
public readonly record struct StreamId(Scope Scope, StreamKind Kind, UInt128 Key)
{
    /// <summary>
    /// The part of the scope that this stream is kept in; the same on every platform and for ever. A participantRef
    /// is a keyed hash already, so its last four bits spread evenly.
    /// </summary>
    public Bucket Bucket => new(Scope, (byte)(Key % Bucket.Count));
}

/// <summary>One of the <see cref="Count"/> parts of a scope; in a cluster, one storage partition.</summary>
public readonly record struct Bucket(Scope Scope, byte Number)
{
    public const byte Count = 16;
}
