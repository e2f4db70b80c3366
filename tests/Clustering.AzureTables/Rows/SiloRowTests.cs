using System.Net;
using Azure.Data.Tables;
using CampaignEngine.Clustering.AzureTables.Rows;

namespace CampaignEngine.Clustering.AzureTables.Tests.Rows;

public class SiloRowTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        var entry = Full();

        var read = SiloRow.FromEntity(SiloRow.ToEntity("c", entry));

        Assert.Equal(entry.ToFullString(), read.ToFullString());
        Assert.Equal(
            (entry.RoleName, entry.UpdateZone, entry.FaultZone, entry.HostName, entry.SiloName),
            (read.RoleName, read.UpdateZone, read.FaultZone, read.HostName, read.SiloName));
        Assert.Equal(entry.SuspectTimes, read.SuspectTimes);
    }

    [Fact]
    public void A_row_of_the_columns_that_must_be_there_is_read()
    {
        var row = new TableEntity("c", "10.0.0.7-11111-3")
        {
            ["Address"] = "10.0.0.7",
            ["Port"] = "11111",
            ["Generation"] = "3",
            ["Status"] = "Joining",
            ["InstanceName"] = "old",
        };

        var read = SiloRow.FromEntity(row);

        Assert.Equal(SiloAddress.New(IPAddress.Parse("10.0.0.7"), 11111, 3), read.SiloAddress);
        Assert.Equal((SiloStatus.Joining, 0, "old"), (read.Status, read.ProxyPort, read.SiloName));
    }

    [Theory]
    [InlineData("Address", "here")]
    [InlineData("Port", "")]
    [InlineData("Port", "70000")]
    [InlineData("Generation", "x")]
    [InlineData("Status", "Sleeping")]
    [InlineData("StartTime", "2026-11-01T08:00:00Z")]
    [InlineData("SuspectingTimes", "")]
    [InlineData("SuspectingSilos", "nobody")]
    public void A_row_with_a_broken_column_is_refused(string column, string value)
    {
        var row = SiloRow.ToEntity("c", Full());
        row[column] = value;

        Assert.ThrowsAny<FormatException>(() => SiloRow.FromEntity(row));
    }

    [Fact]
    public void The_last_change_is_the_newest_of_start_heartbeat_and_suspicions()
    {
        var entry = Silos.Entry(1);
        Assert.Equal(Silos.Start, SiloRow.LastChange(entry));

        entry.IAmAliveTime = Silos.Start.AddMinutes(1);
        Assert.Equal(Silos.Start.AddMinutes(1), SiloRow.LastChange(entry));

        entry.AddSuspector(Silos.Address(2), Silos.Start.AddMinutes(3));
        entry.AddSuspector(Silos.Address(3), Silos.Start.AddMinutes(2));
        Assert.Equal(Silos.Start.AddMinutes(3), SiloRow.LastChange(entry));
    }

    internal static MembershipEntry Full()
    {
        var entry = new MembershipEntry
        {
            SiloAddress = SiloAddress.New(IPAddress.Parse("10.0.0.7"), 11111, 402653184),
            HostName = "pod-7",
            SiloName = "Silo_7",
            RoleName = "engine",
            Status = SiloStatus.Dead,
            ProxyPort = 30000,
            UpdateZone = 2,
            FaultZone = 3,
            StartTime = new DateTime(2026, 11, 1, 8, 0, 0, 5, DateTimeKind.Utc),
            IAmAliveTime = new DateTime(2026, 11, 1, 8, 5, 0, 120, DateTimeKind.Utc),
        };
        entry.AddSuspector(SiloAddress.New(IPAddress.Parse("10.0.0.8"), 11112, 5), new DateTime(2026, 11, 1, 8, 6, 0, DateTimeKind.Utc));
        entry.AddSuspector(SiloAddress.New(IPAddress.IPv6Loopback, 11113, 6), new DateTime(2026, 11, 1, 8, 6, 1, DateTimeKind.Utc));
        return entry;
    }
}
