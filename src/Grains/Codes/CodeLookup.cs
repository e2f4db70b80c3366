using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Domain.Codes;
using CampaignEngine.Grains.Interfaces.Codes;
using CampaignEngine.Grains.Registry;

namespace CampaignEngine.Grains.Codes;

/// <summary>Finds whose a code is, from nothing but how it is written.</summary>
public sealed class CodeLookup(CodeBook book, ICampaignDirectory directory, IGrainFactory grains)
{
    /// <param name="code">As <see cref="Code.Normalize"/> makes it.</param>
    /// <returns>Null when nobody has made such a code, or another app has. Whether a batch or an award has it is theirs to say.</returns>
    /// <exception cref="DirectoryUnavailableException">The registry could not be read.</exception>
    public async ValueTask<FoundCode?> FindAsync(Guid app, CampaignEnvironment environment, string code)
    {
        if (!Code.TryParse(code, out var prefixed, out var written))
            return null;
        var (prefix, number) = (prefixed.ToString(), book.Invert(app, environment, written));
        if (await grains.GetGrain<ICodeSpaceGrain>(CodeSpaceKey.Format(app, environment)).Find(number) is not { } lease
            || await directory.FindCampaignAsync(new CampaignId(app, environment, lease.Campaign)) is not { } campaign
            || Code.PrefixOf(campaign.Campaign.Slug) != prefix)
            return null;
        return new FoundCode(campaign, lease.Use, lease.LeaseId, (int)(number - lease.Range.Start));
    }

    /// <summary>The campaign of a batch, or null when the app has no such batch.</summary>
    public async ValueTask<CampaignHandle?> FindBatchAsync(Guid app, CampaignEnvironment environment, Guid batch) =>
        await grains.GetGrain<ICodeSpaceGrain>(CodeSpaceKey.Format(app, environment)).FindLease(batch) is { Use: CodeUse.Code } lease
            ? await directory.FindCampaignAsync(new CampaignId(app, environment, lease.Campaign))
            : null;
}

/// <param name="LeaseId">Of a batch of codes: its id.</param>
/// <param name="Index">The code's place in the lease, from 0.</param>
public sealed record FoundCode(CampaignHandle Campaign, CodeUse Use, Guid LeaseId, int Index);
