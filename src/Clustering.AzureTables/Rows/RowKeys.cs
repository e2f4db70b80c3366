using System.Globalization;

namespace CampaignEngine.Clustering.AzureTables.Rows;

/// <summary>
/// The row keys of a cluster's partition. A storage account sorts keys by their characters, so a reading that pages through
/// the partition sees <see cref="LowerFence"/> first, then the silos (whose keys begin with a digit, a letter or a colon)
/// and <see cref="Version"/>, and <see cref="UpperFence"/> last.
/// </summary>
internal static class RowKeys
{
    public const string LowerFence = "!Start";
    public const string Version = "VersionRow";
    public const string UpperFence = "~End";

    /// <summary><c>ip-port-generation</c>.</summary>
    public static string Of(SiloAddress silo) => string.Create(
        CultureInfo.InvariantCulture, $"{silo.Endpoint.Address}-{silo.Endpoint.Port}-{silo.Generation}");

    public static bool IsSilo(string key) => key is not (LowerFence or Version or UpperFence);
}
