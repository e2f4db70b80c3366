using System.Diagnostics.CodeAnalysis;

namespace CampaignEngine.Domain.Campaigns;

/// <summary>One thing that is wrong with a definition.</summary>
/// <param name="Pointer">Where: a JSON pointer (RFC 6901), empty for the whole document.</param>
/// <param name="Message">A sentence that says what to write instead.</param>
[SuppressMessage("Naming", "CA1720", Justification = "A JSON pointer, not a memory address.")]
public sealed record DefinitionError(string Pointer, string Message);
