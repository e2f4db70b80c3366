namespace CampaignEngine.Domain.Prizes;

/// <summary>What a pool answers to whoever manages its stock.</summary>
public abstract record StockDecision
{
    /// <param name="Entries">What is to be committed before this may be answered; none when there was nothing to change.</param>
    public sealed record Done(IReadOnlyList<PoolEntry> Entries) : StockDecision;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(StockRefusal Reason) : StockDecision;
}

/// <summary>In the order in which they are checked.</summary>
public enum StockRefusal
{
    /// <summary>A deck has its cards from the start.</summary>
    StockFixed = 1,

    /// <summary>The tier would have more units than a definition may give it.</summary>
    StockTooLarge = 2,

    /// <summary>The tier hands out uploaded codes and has too few that no unit needs.</summary>
    CodesMissing = 3,
}
