using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace CampaignEngine.Domain.Campaigns.Reading;

/// <summary>The members that one kind of object may have.</summary>
internal sealed class MemberNames(ImmutableArray<string> known, ImmutableArray<UnsupportedMember> unsupported = default)
{
    private const int LongestSlip = 64;

    private readonly FrozenDictionary<string, UnsupportedMember> _unsupported =
        (unsupported.IsDefault ? [] : unsupported).ToFrozenDictionary(member => member.Name, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _knownByFolded =
        known.ToFrozenDictionary(Folded, StringComparer.Ordinal);

    public string Listed { get; } = string.Join(", ", known);

    /// <returns>What is wrong with a member of that name and value, or null. Known members are not looked into.</returns>
    public string? Objection(string name, JsonElement value)
    {
        if (_unsupported.TryGetValue(name, out var member))
            return member.IsDefault(value) ? null : UnsupportedMembers.Sentence;
        if (name.Length > LongestSlip || !_knownByFolded.TryGetValue(Folded(name), out var meant))
            return $"This member is unknown. Write only these: {Listed}.";
        return meant == name ? null : $"This member is unknown. Did you mean {meant}?";
    }

    // Only the usual slips: starts_at, starts-at, StartsAt.
    private static string Folded(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
