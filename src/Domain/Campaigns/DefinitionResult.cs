namespace CampaignEngine.Domain.Campaigns;

/// <summary>What reading a definition gives: either the definition, or why there is none.</summary>
/// <param name="Definition">Null exactly when there are errors.</param>
/// <param name="Errors">All that is wrong, in the order in which it was found; empty when there is a definition.</param>
public sealed record DefinitionResult(CampaignDefinition? Definition, IReadOnlyList<DefinitionError> Errors);
