namespace CampaignEngine.Domain.Campaigns;

/// <summary>
/// Gives a bonus once a total of points is reached, or a count of events: it has <see cref="Points"/>, or
/// <see cref="EventType"/> and <see cref="Count"/>.
/// </summary>
/// <param name="Id">Unique in the campaign.</param>
/// <param name="Points">The total that reaches it, 1 to 1,000,000,000, no two the same; null when it counts events.</param>
/// <param name="BonusPoints">0 to 1,000,000,000.</param>
public sealed record Milestone(string Id, string Name, long? Points, long BonusPoints)
{
    /// <summary>What is counted; null when the milestone has points.</summary>
    public string? EventType { get; init; }

    /// <summary>How many events reach it, 1 to 1,000,000; null when the milestone has points.</summary>
    public int? Count { get; init; }

    /// <summary>
    /// Fires at every multiple instead of once. With points, all bonuses of such milestones give back at most half:
    /// the sum of bonus ÷ points is at most 0.5, so that one event cannot set off another without end.
    /// </summary>
    public bool Repeats { get; init; }
}
