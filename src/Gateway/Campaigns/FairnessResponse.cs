using CampaignEngine.Gateway.Answers;

namespace CampaignEngine.Gateway.Campaigns;

/// <summary>The fairness document: with it, and the export, anybody can recompute every draw.</summary>
/// <param name="FrozenMembers">Exactly the bytes whose SHA-256 is in the commitment, without white space.</param>
/// <param name="SeedPublishedAt">When the seed is published, known from the end on.</param>
/// <param name="Seed">Hexadecimal, or null until then.</param>
public sealed record FairnessResponse(
    string CampaignId, string Slug, string? Mode, FairnessAlgorithm Algorithm, FairnessCommitment Commitment, RawJson FrozenMembers,
    string ActivatedAt, IReadOnlyList<CampaignVersionResponse> Versions, IReadOnlyList<FairnessRestock> Restocks,
    string? EndedAt, string? SeedPublishedAt, string? Seed);

public sealed record FairnessAlgorithm(string Name, int Version);

/// <summary>SHA-256 of each, in lower-case hexadecimal.</summary>
public sealed record FairnessCommitment(string SeedHash, string CampaignKeyHash, string FrozenMembersHash);

/// <param name="At">In milliseconds, because moments of the new units depend on it.</param>
public sealed record FairnessRestock(string Tier, long Units, string At);
