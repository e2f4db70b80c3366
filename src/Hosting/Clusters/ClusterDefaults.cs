using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Orleans.Configuration;

namespace CampaignEngine.Hosting.Clusters;

/// <summary>
/// What a cluster is set to where nothing else is written. The aim is that requests succeed again within 15 s of the
/// sudden death of one of three silos; Orleans' own values are made for larger clusters and are slower.
/// </summary>
internal static class ClusterDefaults
{
    /// <summary>Where an operator may write other values of <see cref="ClusterMembershipOptions"/>.</summary>
    public const string MembershipSection = "Orleans:Membership";

    /// <summary>
    /// How long a client may call a silo that has left, or not know of a new one. A refresh is one query of a few rows.
    /// </summary>
    public static readonly TimeSpan GatewayListRefreshPeriod = TimeSpan.FromSeconds(5);

    private const string Name = "campaign-engine";

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Orleans:ClusterId"] = Name,
        ["Orleans:ServiceId"] = Name,
        // A call that went to a silo which died without a word is given up after this, and its outcome is said to be
        // unknown. Above the 10 s after which the journal itself says so, with room for a claim before it.
        ["Orleans:Messaging:ResponseTimeout"] = "00:00:15",
    };

    public static void Apply(IConfigurationManager configuration) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Settings });

    public static void Configure(ClusterMembershipOptions membership)
    {
        // Three missed probes of 2 s: a dead silo is suspected after about 6 s (Orleans' own 5 s would make it 15), while a
        // garbage collection or a busy machine, which take a second or two, are still forgiven.
        membership.ProbeTimeout = TimeSpan.FromSeconds(2);
        membership.NumMissedProbesLimit = 3;
        // Two silos must agree, so that one with a broken network does not declare the others dead. Of two that are left,
        // both see it; Orleans asks for fewer where there are fewer.
        membership.NumVotesForDeathDeclaration = 2;
        // Members tell each other of changes; this is for the one that was not told. One query of a few rows.
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(10);
        // A silo joins only when it reaches every member that was alive lately. After a power cut all members in the table
        // are gone, and the first silo waits until they have missed three of these: 30 s instead of 90.
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
        membership.NumMissedTableIAmAliveLimit = 3;
    }
}
