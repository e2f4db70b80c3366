using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Events;

/// <summary>A batch on the wire, for the reference. <see cref="BatchEnvelope"/> reads it without making one.</summary>
internal sealed record BatchRequest(
    [property: Description("Each as an event alone, with an `eventId`. One user's are recorded in this order.")]
    [property: MinLength(1), MaxLength(BatchEnvelope.MaxEvents)] IReadOnlyList<BatchEventRequest> Events);

/// <summary>The <c>data</c> that answers a batch, for the reference.</summary>
internal sealed record BatchResponse([property: Description("In the order of the events.")] IReadOnlyList<BatchItemResponse> Results);

/// <summary>What became of one event. Members that it does not have stay away.</summary>
internal sealed record BatchItemResponse(
    [property: Description("What the event alone would have been answered with: 200, or the status of an error.")] int Code,
    [property: Description("With 200: whether this is the answer of an earlier request.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Replayed,
    [property: Description("With 200.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EventResponse? Data,
    [property: Description("With an error; for people.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Message,
    [property: Description("With an error; for programs.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error,
    [property: Description("With an error; pointers begin at the event.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ErrorDetail>? Details);

/// <summary>An event of a batch that was not recorded.</summary>
public sealed record RefusedEventResponse(
    int Code, string Message, string Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ErrorDetail>? Details);
