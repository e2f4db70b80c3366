using System.Net;
using CampaignEngine.Clustering.AzureTables.Rows;

namespace CampaignEngine.Clustering.AzureTables.Tests.Rows;

public class RowKeysTests
{
    [Theory]
    [InlineData("10.0.0.7", 11111, 402653184, "10.0.0.7-11111-402653184")]
    [InlineData("10.0.0.7", 11111, -5, "10.0.0.7-11111--5")]
    [InlineData("::1", 22, 1, "::1-22-1")]
    [InlineData("fe80::a:b", 22, 1, "fe80::a:b-22-1")]
    public void A_silo_is_ip_dash_port_dash_generation(string ip, int port, int generation, string key) =>
        Assert.Equal(key, RowKeys.Of(SiloAddress.New(IPAddress.Parse(ip), port, generation)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    public void The_fences_are_before_and_after_every_silo_and_the_version(string ip)
    {
        string[] inOrder = ["!Start", RowKeys.Of(SiloAddress.New(IPAddress.Parse(ip), 1, 1)), "VersionRow", "~End"];

        Assert.Equal("!Start", inOrder.Order(StringComparer.Ordinal).First());
        Assert.Equal("~End", inOrder.Order(StringComparer.Ordinal).Last());
        Assert.Equal(["!Start", "VersionRow", "~End"], [RowKeys.LowerFence, RowKeys.Version, RowKeys.UpperFence]);
    }
}
