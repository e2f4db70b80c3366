namespace CampaignEngine.Grains.Participants;

/// <summary>An entry of a request that may come again.</summary>
public interface IStoredRequest
{
    /// <summary>Finds the entry when the request is sent again.</summary>
    UInt128 IdHash { get; }
}

/// <summary>An entry that answers such a request.</summary>
public interface IStoredAnswer : IStoredRequest
{
    /// <summary>Of the request: another request with the same id is refused.</summary>
    UInt128 Fingerprint { get; }

    /// <summary>The answer's <c>data</c> as UTF-8 JSON, which a replay writes again.</summary>
    byte[] Answer { get; }
}
