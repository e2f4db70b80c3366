using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Registry;
using CampaignEngine.Grains.Secrets;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Campaigns;

/// <summary>Reads a campaign's stream and compiles one version of its definition.</summary>
internal sealed class CampaignLoader(IJournal journal, EntryCodec codec, MasterKey masterKey)
{
    /// <exception cref="DirectoryUnavailableException">The campaign's stream could not be read.</exception>
    public async Task<CampaignHandle> LoadAsync(CampaignId id, RegisteredCampaign registered)
    {
        var history = CampaignHistory.Fold(await ReadAsync(id), codec);
        return new CampaignHandle(
            Campaign.Compile(id, history.Slug, registered.Version, history.Versions[registered.Version - 1].Read()),
            registered.Status,
            history.Activation is { } key ? CampaignSecrets.UnsealCampaignKey(id, key, masterKey) : null,
            history.Activation is { } seed ? CampaignSecrets.UnsealSeed(id, seed, masterKey) : null);
    }

    private async Task<StreamRecord> ReadAsync(CampaignId id)
    {
        try
        {
            return await journal.ReadAsync(StreamNames.Campaign(id));
        }
        catch (Exception exception) when (exception is not JournalDamagedException)
        {
            throw new DirectoryUnavailableException(exception);
        }
    }
}
