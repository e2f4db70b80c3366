using System.Runtime.InteropServices;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Verify.Files;

/// <summary>The fairness document, as GET …/fairness answers it, with or without its envelope.</summary>
/// <param name="FrozenMembers">The bytes that were hashed.</param>
/// <param name="Seed">Null before it is published.</param>
public sealed record FairnessFile(
    Guid Campaign, byte[] SeedHash, byte[] CampaignKeyHash, byte[] FrozenMembersHash, byte[] FrozenMembers,
    DateTimeOffset ActivatedAt, IReadOnlyList<FairnessRestock> Restocks, byte[]? Seed)
{
    public const string Algorithm = "campaign-draw-hmac-sha256";

    /// <exception cref="UnreadableException">It is no fairness document, or of another algorithm.</exception>
    public static FairnessFile Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var data = document.RootElement.TryGetProperty("data", out var inner) ? inner : document.RootElement;
            var algorithm = data.GetProperty("algorithm");
            if (algorithm.GetProperty("name").GetString() != Algorithm || algorithm.GetProperty("version").GetInt32() != 1)
                throw new UnreadableException($"The fairness document is of the algorithm {algorithm}; this program knows version 1 of {Algorithm}.");
            var commitment = data.GetProperty("commitment");
            return new FairnessFile(
                data.GetProperty("campaignId").GetGuid(),
                Hash(commitment.GetProperty("seedHash")),
                Hash(commitment.GetProperty("campaignKeyHash")),
                Hash(commitment.GetProperty("frozenMembersHash")),
                JsonMarshal.GetRawUtf8Value(data.GetProperty("frozenMembers")).ToArray(),
                Time(data.GetProperty("activatedAt")),
                [.. data.GetProperty("restocks").EnumerateArray().Select(restock => new FairnessRestock(
                    restock.GetProperty("tier").GetString()!, restock.GetProperty("units").GetInt64(), Time(restock.GetProperty("at"))))],
                data.GetProperty("seed") is { ValueKind: JsonValueKind.String } seed ? Hash(seed) : null);
        }
        catch (Exception exception) when (Json.IsUnexpected(exception))
        {
            throw new UnreadableException("This is not a fairness document.", exception);
        }
    }

    private static byte[] Hash(JsonElement hex) => Convert.FromHexString(hex.GetString()!) is { Length: 32 } bytes
        ? bytes
        : throw new FormatException("Not 32 bytes.");

    private static DateTimeOffset Time(JsonElement text) =>
        Rfc3339.TryParse(text.GetString()!, out var time) ? time.ToUniversalTime() : throw new FormatException("No time.");
}

/// <param name="Tier">Its name.</param>
/// <param name="At">To the millisecond.</param>
public sealed record FairnessRestock(string Tier, long Units, DateTimeOffset At);
