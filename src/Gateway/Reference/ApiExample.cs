namespace CampaignEngine.Gateway.Reference;

/// <summary>A request and what it is answered.</summary>
/// <param name="Name">In camel case, unique in its operation.</param>
/// <param name="Request">The body; null where there is none.</param>
/// <param name="Answer">The body, without the envelope; null where there is none.</param>
public sealed record ApiExample(string Name, string? Request, string? Answer)
{
    /// <summary>Added to the query of the parameters' examples, such as <c>version=1</c>.</summary>
    public string? Query { get; init; }

    public string RequestMediaType { get; init; } = ApiBody.Json;

    public string AnswerMediaType { get; init; } = ApiBody.Json;
}
