using System.Globalization;
using Azure.Data.Tables;

namespace CampaignEngine.Clustering.AzureTables.Rows;

/// <summary>The version row and the two fence rows: the cluster id and the membership version, nothing else.</summary>
/// <remarks>
/// The fences have no status: a gateway query asks for active rows and must never find them.
/// </remarks>
internal static class VersionRow
{
    public static TableEntity ToEntity(string clusterId, string rowKey, int version) => new(clusterId, rowKey)
    {
        [Columns.DeploymentId] = clusterId,
        [Columns.MembershipVersion] = version.ToString(CultureInfo.InvariantCulture),
    };

    /// <exception cref="FormatException">The column is missing or no number.</exception>
    public static int Version(TableEntity row) =>
        int.TryParse(row.GetString(Columns.MembershipVersion), NumberStyles.Integer, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new FormatException($"Row {row.RowKey} of cluster {row.PartitionKey} has no {Columns.MembershipVersion}.");
}
