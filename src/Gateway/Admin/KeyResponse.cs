using System.Text.Json.Serialization;
using CampaignEngine.Gateway.Answers;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Gateway.Admin;

/// <param name="Secret">The key itself: only in the answer that made it.</param>
public sealed record KeyResponse(
    Guid Id, string Environment, IReadOnlyList<string> Scopes, string? Label, string CreatedAt, string CreatedBy,
    string? RevokedAt, string? LastUsedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Secret = null)
{
    public static KeyResponse From(RegisteredKey key, DateTimeOffset? lastUsedAt) => new(
        key.KeyId, KeyWords.Of(key.Environment), KeyWords.Of(key.Scopes), key.Label, WireTime.Format(key.CreatedAt), key.CreatedBy,
        key.RevokedAt is { } revokedAt ? WireTime.Format(revokedAt) : null,
        lastUsedAt is { } usedAt ? WireTime.Format(usedAt) : null);
}

/// <summary>What an audit keeps of an action on a key: never the key itself.</summary>
public sealed record KeyDetail(Guid KeyId, string Environment, IReadOnlyList<string> Scopes, string? Label);
