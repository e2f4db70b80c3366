namespace CampaignEngine.Gateway.Errors;

/// <summary>One way of saying no.</summary>
/// <param name="Code">The HTTP status.</param>
/// <param name="Name">For programs; never changes.</param>
/// <param name="Message">For people; exact where the contract gives it.</param>
/// <param name="RetryAfterSeconds">When the same request may succeed.</param>
/// <param name="Detail">Which part of the request it is about, when that is always the same.</param>
public sealed record ApiError(int Code, string Name, string Message, int? RetryAfterSeconds = null, ErrorDetail? Detail = null);

/// <param name="Pointer">RFC 6901, into the body; empty for the whole request.</param>
/// <param name="Message">What to send instead.</param>
public sealed record ErrorDetail(string Pointer, string Message);
