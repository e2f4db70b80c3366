namespace CampaignEngine.Domain.Campaigns;

/// <summary>A kind of prize.</summary>
/// <param name="Index">Its place in the definition, from 0; what draws and stock are counted by.</param>
/// <param name="Name">Unique in the campaign.</param>
/// <param name="Quantity">Units in stock at the start.</param>
/// <param name="Odds">The chance of one play.</param>
/// <param name="Points">Given with the prize.</param>
/// <param name="Message">What a winner is told; a tier without its own says <see cref="DefaultMessage"/>.</param>
public sealed record PrizeTier(int Index, string Name, long Quantity, decimal Odds, long Points, string Message)
{
    /// <summary>Most units given away in one local day; null is unlimited.</summary>
    public int? MaxPerDay { get; init; }

    /// <summary>Whether winners get codes that were uploaded, instead of codes that the engine makes.</summary>
    public bool HasOwnCodes { get; init; }

    public static string DefaultMessage(string name) => $"Congratulations! You won the {name} prize!";
}
