using System.Security.Cryptography;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Secrets;

namespace CampaignEngine.Grains.Campaigns;

/// <summary>The two secrets that a campaign gets when it is activated: the seed of its draws, and the key of its participantRefs.</summary>
internal static class CampaignSecrets
{
    private const int Bytes = 32;

    /// <param name="frozenMembers">What a draw depends on, in canonical form.</param>
    public static CampaignActivated Make(CampaignId campaign, MasterKey masterKey, byte[] frozenMembers)
    {
        var seed = RandomNumberGenerator.GetBytes(Bytes);
        var campaignKey = RandomNumberGenerator.GetBytes(Bytes);
        return new CampaignActivated(
            masterKey.Seal(seed, SeedPurpose(campaign)),
            masterKey.Seal(campaignKey, KeyPurpose(campaign)),
            SHA256.HashData(seed),
            SHA256.HashData(campaignKey),
            SHA256.HashData(frozenMembers),
            frozenMembers);
    }

    public static byte[] UnsealSeed(CampaignId campaign, CampaignActivated activated, MasterKey masterKey) =>
        masterKey.Unseal(activated.SealedSeed, SeedPurpose(campaign));

    public static byte[] UnsealCampaignKey(CampaignId campaign, CampaignActivated activated, MasterKey masterKey) =>
        masterKey.Unseal(activated.SealedCampaignKey, KeyPurpose(campaign));

    private static string SeedPurpose(CampaignId campaign) => $"seed of {campaign.Value:N}";

    private static string KeyPurpose(CampaignId campaign) => $"key of {campaign.Value:N}";
}
