namespace CampaignEngine.Gateway.Reference;

/// <summary>One form of a request or an answer. Without a type and a schema it is a text.</summary>
/// <param name="IsBare">An answer that does not stand in <c>{"status":"success","data":…}</c>.</param>
public sealed record ApiBody(string MediaType, bool IsBare)
{
    public const string Json = "application/json";

    public Type? Type { get; private init; }

    /// <summary>What it is instead, depending on the query.</summary>
    public Type? OtherType { get; private init; }

    /// <summary>A JSON Schema that is built into the program, under the name that it gets in the document.</summary>
    public (string Name, string File)? Schema { get; private init; }

    /// <summary>The types of what an answer is as a whole.</summary>
    internal IReadOnlyList<Type> AnswerTypes =>
    [
        .. new[] { Type, OtherType }.OfType<Type>().Select(type => IsBare ? type : typeof(Success<>).MakeGenericType(type)),
    ];

    /// <summary>JSON; as an answer, the <c>data</c> of the envelope.</summary>
    public static ApiBody Of<T>() => new(Json, IsBare: false) { Type = typeof(T) };

    public static ApiBody OfEither<T, TOther>() => new(Json, IsBare: false) { Type = typeof(T), OtherType = typeof(TOther) };

    public static ApiBody OfSchema(string name, string file) => new(Json, IsBare: false) { Schema = (name, file) };

    /// <summary>JSON without the envelope.</summary>
    public static ApiBody Bare<T>() => new(Json, IsBare: true) { Type = typeof(T) };

    public static ApiBody Text(string mediaType) => new(mediaType, IsBare: true);
}
