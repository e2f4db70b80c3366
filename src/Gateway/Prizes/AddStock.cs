using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Prizes;

/// <summary>What is to be added: units, or codes and perhaps units.</summary>
/// <param name="Codes">Null when only units are added.</param>
/// <param name="Where">Says where in the request the nth code stands, from 1.</param>
internal sealed record AddStock(string Tier, long? Add, string[]? Codes, Func<int, string, ErrorDetail> Where);
