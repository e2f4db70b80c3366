using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Prizes;

/// <summary>What is to be added: units, or codes and perhaps units.</summary>
/// <param name="Codes">Null when only units are added.</param>
/// <param name="Where">Says where in the request the nth code stands, from 1.</param>
internal sealed record AddStock(string Tier, long? Add, string[]? Codes, Func<int, string, ErrorDetail> Where);

/// <summary>A request as it was sent, or what is wrong with it.</summary>
internal readonly record struct AddStockReading(AddStock? Request, ApiError? Error, IReadOnlyList<ErrorDetail>? Details)
{
    public static AddStockReading Of(AddStock request) => new(request, null, null);

    public static AddStockReading Invalid(IReadOnlyList<ErrorDetail> details) => new(null, ErrorCatalog.InvalidBody, details);
}
