namespace CampaignEngine.Domain.Codes;

/// <summary>
/// Where the numbers of a code space go on after a restore. Between the backup and the restore numbers may have been
/// leased that nobody knows of any more, and the same backup may be put back twice, so a fixed step would lead to the same
/// numbers twice.
/// </summary>
public static class CodeSpaceStart
{
    /// <summary>More than two of the largest pools lease.</summary>
    public const long Step = 2_500_000_000;

    /// <summary>In a space of 31^8 enough until 2080.</summary>
    public const long NumbersPerSecond = 500;

    private static readonly DateTimeOffset s_epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// A step beyond what is known, and beyond what the clock allows: of two restores the later one goes on higher,
    /// whatever the backups know.
    /// </summary>
    /// <param name="next">The first number that the journal does not know to be leased.</param>
    /// <param name="restoredAt">The time of the newest restore.</param>
    /// <returns>It may be beyond the space, which is used up then.</returns>
    public static long After(long next, DateTimeOffset restoredAt) =>
        checked(Math.Max(next, (long)(restoredAt - s_epoch).TotalSeconds * NumbersPerSecond) + Step);
}
