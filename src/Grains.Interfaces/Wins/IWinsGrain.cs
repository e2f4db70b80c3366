namespace CampaignEngine.Grains.Interfaces.Wins;

/// <summary>Reads the wins of one campaign; the key is a <see cref="Campaigns.CampaignKey"/>. Keeps nothing.</summary>
[Alias("campaign-engine.wins"), GrainInterfaceType("wins")]
public interface IWinsGrain : IGrainWithStringKey
{
    /// <summary>Wins that somebody was told of, newest first, also those that were voided; not those of people who were erased.</summary>
    /// <param name="before">A <see cref="WinPage.Next"/>, or null for the newest.</param>
    /// <param name="limit">1 to <see cref="WinPage.MaxLimit"/>.</param>
    [Alias("List")]
    ValueTask<WinPage> List(long? before, int limit);

    /// <summary>The win that has this code, or null when nobody was ever told of one.</summary>
    [Alias("Find")]
    ValueTask<WinRecord?> Find(string winCode);

    /// <summary>The award whose prize its winner had handed out with this idempotency key, or null.</summary>
    [Alias("FindByWinnersKey")]
    ValueTask<long?> FindByWinnersKey(UInt128 participant, string key);
}

/// <param name="Next">Where to go on; null when there is no more. A page may have fewer wins than asked for.</param>
[GenerateSerializer, Immutable, Alias("WinPage")]
public sealed record WinPage(
    [property: Id(0)] IReadOnlyList<WinRecord> Wins,
    [property: Id(1)] long? Next)
{
    public const int MaxLimit = 100;
}

/// <param name="Participant">Who won it, as a participantRef.</param>
/// <param name="UserId">Who won it; null when they were erased.</param>
/// <param name="RedeemedAt">When the prize was handed out, or null.</param>
/// <param name="VoidedAt">When it was taken back, or null.</param>
[GenerateSerializer, Immutable, Alias("WinRecord")]
public sealed record WinRecord(
    [property: Id(0)] long Award,
    [property: Id(1)] UInt128 Participant,
    [property: Id(2)] string PrizeTier,
    [property: Id(3)] string WinCode,
    [property: Id(4)] string? UserId,
    [property: Id(5)] DateTimeOffset WonAt,
    [property: Id(6)] DateTimeOffset? RedeemedAt,
    [property: Id(7)] DateTimeOffset? VoidedAt);
