using System.Numerics;

namespace CampaignEngine.Domain.Forecasts.Sampling;

/// <summary>
/// xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2018; public domain), seeded by
/// <see cref="SplitMix64"/> as its authors advise. The same seed gives the same numbers on every platform and in every
/// version, which <see cref="Random"/> does not promise. For simulations only: it can be predicted.
/// </summary>
public sealed class Xoshiro256
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    public Xoshiro256(ulong seed)
    {
        var seeder = new SplitMix64(seed);
        (_s0, _s1, _s2, _s3) = (seeder.Next(), seeder.Next(), seeder.Next(), seeder.Next());
    }

    /// <summary>Starts from a state that is not all zero.</summary>
    public Xoshiro256(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    public ulong Next()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
            var shifted = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= shifted;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <returns>A multiple of 2^-53 in [0, 1).</returns>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1L << 53));
}
