namespace CampaignEngine.Gateway.Answers;

/// <summary>A part of a list.</summary>
/// <param name="NextCursor">Asks for what follows; null at the end.</param>
public sealed record ItemsResponse<T>(IReadOnlyList<T> Items, string? NextCursor);
