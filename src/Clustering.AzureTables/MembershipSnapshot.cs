using Azure.Data.Tables;

namespace CampaignEngine.Clustering.AzureTables;

/// <summary>The silos of a cluster at one version of its membership.</summary>
internal sealed record MembershipSnapshot(TableVersion Version, IReadOnlyList<SiloRecord> Silos)
{
    /// <summary>
    /// As Orleans takes it. Each silo's etag is that of the version row: a heartbeat changes the etag of the silo's own row,
    /// and with that one whatever was read would be worthless a moment later.
    /// </summary>
    public MembershipTableData ToTableData() =>
        new([.. Silos.Select(silo => Tuple.Create(silo.Entry, Version.VersionEtag))], Version);
}

/// <param name="Row">As it was read, with its own etag.</param>
internal sealed record SiloRecord(MembershipEntry Entry, TableEntity Row);
