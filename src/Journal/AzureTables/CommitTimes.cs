namespace CampaignEngine.Journal.AzureTables;

/// <summary>
/// How the 10 s within which an append's outcome is known, or declared unknown, are spent. One second of them is left for
/// a busy machine.
/// </summary>
internal sealed record CommitTimes
{
    /// <summary>From the call of an append to its answer, waiting for the commit before included.</summary>
    public TimeSpan Outcome { get; init; } = TimeSpan.FromSeconds(9);

    /// <summary>One try of a transaction.</summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>The end of <see cref="Outcome"/> that is kept for reading back what became of a try.</summary>
    public TimeSpan ReadBack { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>With less left than this a transaction is not sent any more.</summary>
    public TimeSpan ShortestAttempt { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The first wait after the store said that it is busy; it doubles up to <see cref="LongestBackoff"/>.</summary>
    public TimeSpan ShortestBackoff { get; init; } = TimeSpan.FromMilliseconds(50);

    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromSeconds(1);

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
