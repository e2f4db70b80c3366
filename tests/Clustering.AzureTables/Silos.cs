using System.Net;

namespace CampaignEngine.Clustering.AzureTables.Tests;

/// <summary>Membership entries for tests.</summary>
internal static class Silos
{
    public static readonly DateTime Start = new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);

    public static MembershipEntry Entry(int number, SiloStatus status = SiloStatus.Active, int proxyPort = 30000) => new()
    {
        SiloAddress = Address(number),
        HostName = "host",
        SiloName = $"silo-{number}",
        Status = status,
        ProxyPort = proxyPort,
        StartTime = Start,
        IAmAliveTime = Start,
    };

    public static SiloAddress Address(int number) => SiloAddress.New(IPAddress.Loopback, 11000 + number, 7);
}
