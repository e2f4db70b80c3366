using CampaignEngine.Journal;

namespace CampaignEngine.Simulation.Tests.Journals;

/// <summary>How the storage misbehaves: how often and how slowly is itself drawn from the seed.</summary>
internal sealed class JournalFaults(Random random)
{
    private readonly int _faultsInThousand = random.Next(4) * random.Next(60);
    private readonly int _slowInThousand = random.Next(3) * random.Next(30);
    private readonly int _failedReadsInThousand = random.Next(2) * random.Next(30);

    public bool IsHealed { get; set; }

    public AppendFate Fate()
    {
        if (IsHealed || random.Next(1_000) >= _faultsInThousand)
            return AppendFate.Kept;
        return (AppendFate)(1 + random.Next(4));
    }

    public bool FailsRead() => !IsHealed && random.Next(1_000) < _failedReadsInThousand;

    /// <summary>A millisecond or so; at times up to 35 s.</summary>
    public TimeSpan Delay()
    {
        if (IsHealed)
            return TimeSpan.FromTicks(random.Next(1, 20_000));
        return random.Next(1_000) < _slowInThousand
            ? TimeSpan.FromMilliseconds(random.Next(100, 35_000))
            : TimeSpan.FromTicks(random.Next(1, 50_000));
    }

    /// <summary>After which a late write comes.</summary>
    public TimeSpan Lateness() => TimeSpan.FromMilliseconds(random.Next(1, 2_000));

    public static Exception Unknown() => new OutcomeUnknownException("The simulation says that the outcome is unknown.");

    public static Exception Unavailable() => new JournalUnavailableException("The simulation's storage is away.");
}
