namespace CampaignEngine.Gateway.Reference;

/// <summary>One form of a request or an answer.</summary>
/// <param name="Type">Described by a schema; null for a text.</param>
/// <param name="IsBare">An answer that does not stand in <c>{"status":"success","data":…}</c>.</param>
public sealed record ApiBody(string MediaType, Type? Type, bool IsBare)
{
    public const string Json = "application/json";

    /// <summary>JSON; as an answer, the <c>data</c> of the envelope.</summary>
    public static ApiBody Of<T>() => new(Json, typeof(T), IsBare: false);

    /// <summary>JSON without the envelope.</summary>
    public static ApiBody Bare<T>() => new(Json, typeof(T), IsBare: true);

    public static ApiBody Text(string mediaType) => new(mediaType, null, IsBare: true);
}
