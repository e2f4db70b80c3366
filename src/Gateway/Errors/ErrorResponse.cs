using System.Text.Json.Serialization;

namespace CampaignEngine.Gateway.Errors;

/// <summary>The body of every answer that is not a success.</summary>
public sealed record ErrorResponse(
    string Status, int Code, string Message, string Error, string RequestId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ErrorDetail>? Details);
