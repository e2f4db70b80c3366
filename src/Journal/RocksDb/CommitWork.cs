namespace CampaignEngine.Journal.RocksDb;

/// <summary>One caller's part of a commit.</summary>
internal abstract class CommitWork
{
    /// <summary>Its place in the order of commits: 1, 2, 3, … since the journal was opened.</summary>
    public long Ticket { get; set; }

    public abstract int Bytes { get; }

    /// <summary>Puts the rows into the batch; an exception fails this caller alone and must leave the batch as it was.</summary>
    public abstract void Stage(CommitBatch batch);

    /// <summary>Called after the commit is on disk, and only then.</summary>
    public abstract void Succeed();

    public abstract void Fail(Exception exception);
}
