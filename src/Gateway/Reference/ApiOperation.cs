using CampaignEngine.Gateway.Errors;
using Microsoft.AspNetCore.Http.Metadata;

namespace CampaignEngine.Gateway.Reference;

/// <summary>
/// What an endpoint says about itself. It is metadata of the route, beside its mapping; the reference is made of it.
/// </summary>
/// <param name="Id">In camel case, unique; generated clients name their methods after it.</param>
/// <param name="Tag">One of <see cref="ApiTags"/>.</param>
/// <param name="Summary">A few words.</param>
public sealed record ApiOperation(string Id, string Tag, string Summary)
    : IEndpointNameMetadata, ITagsMetadata, IEndpointSummaryMetadata, IEndpointDescriptionMetadata
{
    string IEndpointNameMetadata.EndpointName => Id;

    IReadOnlyList<string> ITagsMetadata.Tags => [Tag];

    string IEndpointDescriptionMetadata.Description => Description!;

    /// <summary>Sentences, as CommonMark.</summary>
    public string? Description { get; init; }

    public required ApiAccess Access { get; init; }

    /// <summary>Those of the path, the query and the headers; not the key.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>A request may be sent as any of these; none where there is no body.</summary>
    public IReadOnlyList<ApiBody> Requests { get; init; } = [];

    /// <summary>The body may be left out.</summary>
    public bool IsRequestOptional { get; init; }

    /// <summary>Part one of the API ignores members that it does not know; ours refuses them.</summary>
    public bool IgnoresUnknownMembers { get; init; }

    /// <summary>Of a success.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>A success may be answered as any of these.</summary>
    public IReadOnlyList<ApiBody> Answers { get; init; } = [];

    /// <summary>Headers of a success beside those that every answer has.</summary>
    public IReadOnlyList<ApiHeader> AnswerHeaders { get; init; } = [];

    /// <summary>Requests with their answers. A test sends each and compares what comes back.</summary>
    public IReadOnlyList<ApiExample> Examples { get; init; } = [];

    /// <summary>Beside those that <see cref="ApiErrors"/> adds for the key, the body and the headers.</summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];
}
