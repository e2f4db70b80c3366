using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>The members that one kind of object may have.</summary>
internal sealed class MemberNames(ImmutableArray<string> known)
{
    private const int LongestSlip = 64;

    private readonly FrozenDictionary<string, string> _knownByFolded =
        known.ToFrozenDictionary(Folded, StringComparer.Ordinal);

    public string Listed { get; } = string.Join(", ", known);

    /// <returns>What is wrong with a member of that name, or null.</returns>
    public string? Objection(string name)
    {
        if (name.Length > LongestSlip || !_knownByFolded.TryGetValue(Folded(name), out var meant))
            return $"This member is unknown. Write only these: {Listed}.";
        return meant == name ? null : $"This member is unknown. Did you mean {meant}?";
    }

    // Only the usual slips: starts_at, starts-at, StartsAt.
    private static string Folded(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
