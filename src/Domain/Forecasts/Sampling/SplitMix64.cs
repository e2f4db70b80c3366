namespace CampaignEngine.Domain.Forecasts.Sampling;

/// <summary>
/// The generator that spreads a seed over a larger state: Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators" (2014), with the constants of Vigna's public-domain description.
/// </summary>
public sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9e3779b97f4a7c15;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
            z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
            return z ^ (z >> 31);
        }
    }
}
