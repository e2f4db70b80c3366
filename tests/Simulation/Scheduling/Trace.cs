namespace CampaignEngine.Simulation.Tests.Scheduling;

/// <summary>A hash (FNV-1a, 64 bits a step) of all that happened, in order: two runs that differ anywhere differ in it.</summary>
internal sealed class Trace
{
    public ulong Hash { get; private set; } = 14695981039346656037;

    public long Steps { get; private set; }

    public void Add(long value)
    {
        Hash = unchecked((Hash ^ (ulong)value) * 1099511628211);
        Steps++;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
            Add(one);
    }
}
