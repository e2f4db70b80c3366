namespace CampaignEngine.Grains.Interfaces.Keys;

/// <summary>When an app's API keys were used last. The key is the app's id.</summary>
[Alias("campaign-engine.key-use"), GrainInterfaceType("key-use")]
public interface IKeyUseGrain : IGrainWithGuidKey
{
    /// <summary>
    /// Takes over uses that are newer than what is known. A key's first use, and one an hour or more after the one that was
    /// kept, are kept when it returns; others when the grain leaves memory, so that a crash forgets an hour at most.
    /// </summary>
    [Alias("Note")]
    Task Note(IReadOnlyList<KeyUse> uses);

    /// <summary>One for each key that was ever used; of more than 1,000 those used last.</summary>
    [Alias("Get")]
    ValueTask<IReadOnlyList<KeyUse>> Get();
}

/// <summary>A key's newest use that is known.</summary>
[GenerateSerializer, Immutable, Alias("KeyUse")]
public readonly record struct KeyUse([property: Id(0)] Guid KeyId, [property: Id(1)] DateTimeOffset At);
