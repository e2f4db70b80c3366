using CampaignEngine.Domain.Hashing;

namespace CampaignEngine.Domain.Codes;

/// <summary>
/// Turns the numbers of a code space into each other by a <see cref="FeistelPermutation"/> of <see cref="Rounds"/>
/// rounds, so that codes are unique by construction and one cannot be guessed from another. Thread-safe.
/// </summary>
/// <param name="key">32 bytes.</param>
public sealed class CodePermutation(byte[] key)
{
    /// <summary>Eight characters of an alphabet of 31.</summary>
    public const long SpaceSize = 31L * 31 * 31 * 31 * 31 * 31 * 31 * 31;

    public const int Rounds = 8;

    private readonly FeistelPermutation _permutation = new(key, SpaceSize, Rounds);

    /// <param name="number">In [0, <see cref="SpaceSize"/>).</param>
    public long Permute(long number) => _permutation.Permute(number);

    /// <summary>Undoes <see cref="Permute"/>.</summary>
    public long Invert(long number) => _permutation.Invert(number);
}
