namespace CampaignEngine.Simulation.Tests.Calls;

/// <summary>How the network misbehaves: how often and how slowly is itself drawn from the seed.</summary>
internal sealed class NetworkFaults(Random random)
{
    private readonly int _lostInThousand = random.Next(3) * random.Next(25);
    private readonly int _slowInThousand = random.Next(3) * random.Next(25);
    private readonly int _astrayInHundred = random.Next(3) * random.Next(25);

    public bool IsHealed { get; set; }

    public bool Loses() => !IsHealed && random.Next(1_000) < _lostInThousand;

    /// <summary>Whether a call reaches another silo than the grain's own, which then has an activation, too.</summary>
    public bool GoesAstray() => !IsHealed && random.Next(100) < _astrayInHundred;

    /// <summary>A millisecond or so; at times longer than a caller waits.</summary>
    public TimeSpan Delay() => !IsHealed && random.Next(1_000) < _slowInThousand
        ? TimeSpan.FromMilliseconds(random.Next(10, 40_000))
        : TimeSpan.FromTicks(random.Next(1, 20_000));

    public int Choose(int count) => random.Next(count);
}
