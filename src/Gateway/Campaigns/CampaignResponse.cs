using System.Text.Json.Serialization;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Gateway.Answers;

namespace CampaignEngine.Gateway.Campaigns;

/// <summary>A campaign on the wire. <c>mode</c> is null without an instant win.</summary>
/// <param name="Definition">As it was sent; only when it was asked for.</param>
/// <param name="Warnings">Only after an activation.</param>
public sealed record CampaignResponse(
    string Id, string Slug, string Name, string Status, int Version, string? Mode, string StartsAt, string EndsAt,
    string CreatedAt, string? ActivatedAt, string? EndedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? Definition = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ForecastWarning>? Warnings = null);

/// <summary>A campaign in a list.</summary>
public sealed record CampaignListItem(
    string Id, string Slug, string Name, string Status, int Version, string? Mode, string StartsAt, string EndsAt);

/// <param name="By">The id of the API key that it came with, or <c>engine</c>; null when that was not kept.</param>
/// <param name="Definition">As it was sent; only of a single version.</param>
public sealed record CampaignVersionResponse(
    int Version, string At, string? By,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? Definition = null);

public sealed record DeletedCampaignResponse(string Id, string Slug, string Status);
