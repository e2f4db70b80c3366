using System.Text;
using System.Text.Json;
using Azure.Core;
using CampaignEngine.Clustering.AzureTables.Tests.Storage;

namespace CampaignEngine.Clustering.AzureTables.Tests.Rows;

/// <summary>
/// The bytes that go out. A cluster may change to Orleans' own package on the same table: where one of these tests
/// fails, the change is wrong, not the test.
/// </summary>
[Collection(AzuriteTests.Name)]
public class LayoutTests(AzuriteFixture azurite)
{
    private readonly List<string> sent = [];

    [AzuriteFact]
    public async Task A_new_cluster_is_a_version_row_and_two_fences()
    {
        await Recorded(new TestTable(azurite)).InitializeMembershipTableAsync(true);

        Assert.Equal(
            [
                """{"DeploymentId":"one","MembershipVersion":"0","PartitionKey":"one","RowKey":"!Start"}""",
                """{"DeploymentId":"one","MembershipVersion":"0","PartitionKey":"one","RowKey":"VersionRow"}""",
                """{"DeploymentId":"one","MembershipVersion":"0","PartitionKey":"one","RowKey":"~End"}""",
            ],
            Rows());
    }

    [AzuriteFact]
    public async Task A_silo_has_a_string_in_every_column()
    {
        var table = new TestTable(azurite);
        var read = await (await table.NewClusterAsync()).ReadAllAsync();

        Assert.True(await Recorded(table).InsertRowAsync(SiloRowTests.Full(), read.Version.Next()));

        Assert.Equal(
            [
                """{"DeploymentId":"one","MembershipVersion":"1","PartitionKey":"one","RowKey":"!Start"}""",
                """
                {"Address":"10.0.0.7","DeploymentId":"one","FaultZone":"3","Generation":"402653184","HostName":"pod-7","IAmAliveTime":"2026-11-01 08:05:00.120 GMT","InstanceName":"Silo_7","PartitionKey":"one","Port":"11111","ProxyPort":"30000","RoleName":"engine","RowKey":"10.0.0.7-11111-402653184","SiloName":"Silo_7","StartTime":"2026-11-01 08:00:00.005 GMT","Status":"Dead","SuspectingSilos":"10.0.0.8:11112@5|::1:11113@6","SuspectingTimes":"2026-11-01 08:06:00.000 GMT|2026-11-01 08:06:01.000 GMT","UpdateZone":"2"}
                """,
                """{"DeploymentId":"one","MembershipVersion":"1","PartitionKey":"one","RowKey":"VersionRow"}""",
                """{"DeploymentId":"one","MembershipVersion":"1","PartitionKey":"one","RowKey":"~End"}""",
            ],
            Rows());
    }

    [AzuriteFact]
    public async Task A_silo_without_suspicions_has_empty_strings_and_no_nulls()
    {
        var table = new TestTable(azurite);
        var read = await (await table.NewClusterAsync()).ReadAllAsync();

        Assert.True(await Recorded(table).InsertRowAsync(Silos.Entry(1), read.Version.Next()));

        Assert.Equal(
            """
            {"Address":"127.0.0.1","DeploymentId":"one","FaultZone":"0","Generation":"7","HostName":"host","IAmAliveTime":"2026-11-01 08:00:00.000 GMT","InstanceName":"silo-1","PartitionKey":"one","Port":"11001","ProxyPort":"30000","RowKey":"127.0.0.1-11001-7","SiloName":"silo-1","StartTime":"2026-11-01 08:00:00.000 GMT","Status":"Active","SuspectingSilos":"","SuspectingTimes":"","UpdateZone":"0"}
            """,
            Rows()[1]);
    }

    [AzuriteFact]
    public async Task A_heartbeat_is_one_merge_of_one_column()
    {
        var table = new TestTable(azurite);
        var membership = await table.NewClusterAsync();
        await membership.InsertRowAsync(Silos.Entry(1), (await membership.ReadAllAsync()).Version.Next());
        string? method = null;
        string? path = null;
        string? etag = null;
        var transport = new HookedTransport
        {
            Before = (request, _) =>
            {
                (method, path) = (request.Method.Method, request.Uri.Path);
                request.Headers.TryGetValue("If-Match", out etag);
                return RecordAsync(request);
            },
        };

        await table.Membership(through: transport).UpdateIAmAliveAsync(Silos.Entry(1));

        Assert.Equal(1, transport.Requests);
        Assert.Equal(("PATCH", "*"), (method, etag));
        Assert.EndsWith($"/{table.Name}(PartitionKey='one',RowKey='127.0.0.1-11001-7')", path, StringComparison.Ordinal);
        Assert.Equal(
            """{"IAmAliveTime":"2026-11-01 08:00:00.000 GMT","PartitionKey":"one","RowKey":"127.0.0.1-11001-7"}""", Assert.Single(Rows()));
    }

    private AzureTablesMembership Recorded(TestTable table) => table.Membership(through: new HookedTransport { Before = (request, _) => RecordAsync(request) });

    private async Task RecordAsync(Request request)
    {
        if (request.Content is not { } content)
            return;
        using var bytes = new MemoryStream();
        await content.WriteToAsync(bytes, CancellationToken.None);
        sent.Add(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    /// <summary>The rows that went out, by row key, each with its columns in the order of their names.</summary>
    private List<string> Rows() =>
    [
        .. sent.SelectMany(body => body.Split("\r\n").SelectMany(line => line.Split('\n')))
            .Where(line => line.StartsWith('{') && line.Contains("RowKey", StringComparison.Ordinal))
            .Select(InOrder)
            .OrderBy(row => JsonDocument.Parse(row).RootElement.GetProperty("RowKey").GetString(), StringComparer.Ordinal),
    ];

    private static string InOrder(string row)
    {
        using var json = JsonDocument.Parse(row);
        var columns = json.RootElement.EnumerateObject().OrderBy(column => column.Name, StringComparer.Ordinal);
        return "{" + string.Join(',', columns.Select(column => $"\"{column.Name}\":{column.Value.GetRawText()}")) + "}";
    }
}
