namespace CampaignEngine.Grains.Interfaces.Histories;

/// <summary>Reads what happened to one participant; the key is a <see cref="Participants.ParticipantKey"/>. Keeps nothing.</summary>
[Alias("campaign-engine.history"), GrainInterfaceType("history")]
public interface IHistoryGrain : IGrainWithStringKey
{
    /// <summary>What happened, newest first, back to where somebody was erased.</summary>
    /// <param name="before">A <see cref="HistoryPage.Next"/>, or null for the newest.</param>
    /// <param name="limit">1 to <see cref="HistoryPage.MaxLimit"/>.</param>
    [Alias("List")]
    ValueTask<HistoryPage> List(long? before, int limit);
}

/// <param name="Next">Where to go on; null when there is no more. A page may have fewer entries than asked for.</param>
[GenerateSerializer, Immutable, Alias("HistoryPage")]
public sealed record HistoryPage(
    [property: Id(0)] IReadOnlyList<HistoryEntry> Entries,
    [property: Id(1)] long? Next)
{
    public const int MaxLimit = 100;
}
