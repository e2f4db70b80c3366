using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Domain.Prizes;
using CampaignEngine.Grains.Codes;
using CampaignEngine.Grains.Interfaces.Prizes;

namespace CampaignEngine.Grains.Prizes;

/// <summary>Finds the award that a code belongs to, whether the engine made the code or it was uploaded; no scan.</summary>
internal sealed class WinFinder(CampaignId id, AwardFinder awards, CodeBook codes, IPrizeCodesGrain ownCodes)
{
    /// <summary>The award, also one that nobody was ever told of; or null.</summary>
    public async Task<PrizeAwarded?> ByCodeAsync(Campaign campaign, string winCode)
    {
        var tiers = campaign.InstantWin!.Tiers;
        if (tiers.Any(tier => tier.HasOwnCodes) && await ownCodes.Find(winCode) is { } place)
            return tiers.FirstOrDefault(tier => tier.Name == place.Tier) is { } tier ? await awards.ByOwnCodeAsync(tier.Index, place.Place) : null;
        return codes.Read(id, campaign.Slug, Code.Normalize(winCode)) is { } number
            ? await awards.ByCodeNumberAsync(number)
            : null;
    }
}
