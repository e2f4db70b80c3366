using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Data.Tables;
using CampaignEngine.Clustering.AzureTables.Settings;
using CampaignEngine.Clustering.AzureTables.Tests.Storage;

namespace CampaignEngine.Clustering.AzureTables.Tests;

/// <summary>A storage account that answers with errors, or not at all.</summary>
public class StorageFailureTests
{
    private static readonly TableVersion Version = new(1, "W/\"datetime'2026'\"");

    [Theory]
    [InlineData(412, "UpdateConditionNotSatisfied", true)]
    [InlineData(409, "EntityAlreadyExists", true)]
    [InlineData(404, "ResourceNotFound", true)]
    [InlineData(404, "EntityNotFound", true)]
    [InlineData(404, "TableNotFound", false)]
    [InlineData(409, "TableBeingDeleted", false)]
    [InlineData(409, "TableAlreadyExists", false)]
    [InlineData(400, "InvalidInput", false)]
    [InlineData(403, "AuthorizationFailure", false)]
    [InlineData(500, "InternalError", false)]
    [InlineData(503, "ServerBusy", false)]
    public void Only_a_row_that_is_not_as_expected_is_a_refusal(int status, string code, bool isRefusal) =>
        Assert.Equal(isRefusal, StorageRefusal.IsOfRow(new RequestFailedException(status, "No.", code, null)));

    [Theory]
    [InlineData(403, "AuthorizationFailure")]
    [InlineData(409, "TableBeingDeleted")]
    [InlineData(500, "InternalError")]
    [InlineData(503, "ServerBusy")]
    public async Task A_change_goes_out_once_and_its_failure_is_no_refusal(int status, string code)
    {
        var transport = new HookedTransport(new FixedAnswer(status, code));
        var membership = Membership(transport);

        await Assert.ThrowsAnyAsync<RequestFailedException>(() => membership.InsertRowAsync(Silos.Entry(1), Version));
        await Assert.ThrowsAnyAsync<RequestFailedException>(() => membership.UpdateRowAsync(Silos.Entry(1), Version.VersionEtag, Version));

        Assert.Equal(2, transport.Requests);
    }

    [Fact]
    public async Task A_reading_and_a_heartbeat_go_out_three_times()
    {
        var transport = new HookedTransport(new FixedAnswer(503, "ServerBusy"));

        await Assert.ThrowsAnyAsync<RequestFailedException>(() => Membership(transport).ReadAllAsync());
        Assert.Equal(3, transport.Requests);

        await Assert.ThrowsAnyAsync<RequestFailedException>(() => Membership(transport).UpdateIAmAliveAsync(Silos.Entry(1)));
        Assert.Equal(6, transport.Requests);
    }

    [Fact]
    public async Task A_change_without_an_answer_in_time_is_no_cancellation()
    {
        var transport = new HookedTransport(new FixedAnswer(500, null)) { Before = (_, _) => throw new TaskCanceledException("Too long.") };

        await Assert.ThrowsAsync<TimeoutException>(() => Membership(transport).InsertRowAsync(Silos.Entry(1), Version));
    }

    [Fact]
    public async Task A_call_that_is_cancelled_on_its_way_ends_as_cancelled()
    {
        using var caller = new CancellationTokenSource();
        var transport = new HookedTransport(new FixedAnswer(500, null))
        {
            Before = async (_, _) =>
            {
                await caller.CancelAsync();
                caller.Token.ThrowIfCancellationRequested();
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Membership(transport).ReadAllAsync(caller.Token));
    }

    [Fact]
    public async Task A_change_that_nobody_answers_is_given_up_after_five_seconds()
    {
        // Connections are taken by the system, and nobody ever reads from them.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var membership = Membership(new HookedTransport(), ((IPEndPoint)silent.LocalEndpoint).Port);
        var since = Stopwatch.StartNew();

        await Assert.ThrowsAsync<TimeoutException>(() => membership.InsertRowAsync(Silos.Entry(1), Version));

        Assert.InRange(since.Elapsed, TimeSpan.FromSeconds(4.5), TimeSpan.FromSeconds(30));
    }

    private static AzureTablesMembership Membership(HookedTransport transport, int port = 1) => TestTable.MembershipOf(new ClusterPartition(
        new TableClient(
            new Uri($"http://127.0.0.1:{port}/account"), "Table", new TableSharedKeyCredential("account", "a2V5"), TableClients.Options(transport)),
        "one"));
}
