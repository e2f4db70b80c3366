namespace CampaignEngine.Grains.Interfaces.Exports;

/// <summary>
/// Every entry of one campaign, as docs/fairness.md describes an export; the key is a
/// <see cref="Campaigns.CampaignKey"/>.
/// </summary>
[Alias("campaign-engine.export"), GrainInterfaceType("export")]
public interface IExportGrain : IGrainWithStringKey
{
    /// <summary>How many pieces may be under way at once.</summary>
    const int PiecesAtOnce = 4;

    /// <summary>JSON lines in UTF-8, in pieces of whole lines: 64 KiB, or one line when that is longer.</summary>
    /// <param name="slug">The campaign's, for the header.</param>
    [Alias("Read")]
    IAsyncEnumerable<byte[]> Read(string slug);
}
