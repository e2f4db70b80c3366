using Azure.Data.Tables;
using CampaignEngine.Journal.AzureTables;
using CampaignEngine.Journal.Tests.Support;

namespace CampaignEngine.Journal.Tests.AzureTables;

/// <summary>What lies in the table, looked at with the SDK alone.</summary>
[NeedsAzurite]
[Collection(AzuriteCollection.Name)]
public sealed class StoredRowsTests(AzuriteFixture azurite) : FaultTests(azurite)
{
    [Theory]
    [InlineData(TableRow.PropertyBytes - 500)]
    [InlineData(TableRow.PropertyBytes)]
    [InlineData(3 * TableRow.PropertyBytes + 1)]
    [InlineData(700 * 1024)]
    public async Task Large_entries_and_snapshots_are_split_over_properties_and_read_whole(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        var head = await Journal.AppendAsync(Stream, StreamHead.Empty, new Append { Entries = [new NewEntry(Given.Time, bytes)], Snapshot = bytes });
        await Journal.Chain(Stream, head, "next");

        Assert.Equal(bytes, (await Journal.ReadAsync(Stream)).Snapshot!.State.ToArray());
        Assert.Equal(bytes, (await Journal.ReadEntriesAsync(Stream, 1).ToListAsync())[0].Public.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_over_the_stores_limit_is_refused_and_nothing_is_written(bool inSnapshot)
    {
        var bytes = new byte[TableRow.MaxBytes];
        var append = inSnapshot
            ? new Append { Entries = [Given.Entry("one")], Snapshot = bytes }
            : new Append { Entries = [Given.Entry("one"), new NewEntry(Given.Time, bytes)] };

        var error = await Assert.ThrowsAsync<AppendTooLargeException>(() => Journal.AppendAsync(Stream, StreamHead.Empty, append));

        Assert.Contains($"Azure Tables takes {TableRow.MaxBytes}", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, Transport.Transactions);
        Assert.Empty(await RowsAsync());
    }

    /// <summary>Azurite takes smaller snapshots than the store does: it weighs what is upserted as JSON, where bytes are a third longer.</summary>
    [Fact]
    public async Task An_append_that_the_store_itself_finds_too_large_fails_alone()
    {
        List<Task<StreamHead>> good = [];
        Task<StreamHead> large = Task.FromResult(StreamHead.Empty);
        await InOneCommit(() =>
        {
            good.Add(Journal.AppendAsync(Neighbour(0), StreamHead.Empty, Given.One("x")));
            large = Journal.AppendAsync(Neighbour(1), StreamHead.Empty, new Append { Entries = [Given.Entry("x")], Snapshot = new byte[1000 * 1024] });
            good.Add(Journal.AppendAsync(Neighbour(2), StreamHead.Empty, Given.One("x")));
        });

        await Task.WhenAll(good);
        await Assert.ThrowsAsync<AppendTooLargeException>(() => large);

        Assert.Equal(0, (await Journal.ReadAsync(Neighbour(1))).Head.Version);
    }

    [Fact]
    public async Task The_entries_of_a_commit_carry_its_id_and_those_of_another_one_do_not()
    {
        List<Task> appends = [];
        await InOneCommit(() =>
        {
            for (var i = 0; i < 3; i++) appends.Add(Journal.AppendAsync(Neighbour(i), StreamHead.Empty, Given.Many(2)));
        });
        await Task.WhenAll(appends);

        var ids = (await RowsAsync()).ConvertAll(TableRow.BatchOf);

        Assert.Equal(7, ids.Count);
        Assert.DoesNotContain(null, ids);
        Assert.Equal([1, 6], ids.GroupBy(id => id).Select(id => id.Count()).Order());
    }

    [Fact]
    public async Task Redaction_leaves_no_name_in_any_row_and_keeps_the_commits_id()
    {
        await Journal.AppendAsync(Stream, StreamHead.Empty, new Append { Entries = [Given.Entry("one", "Ann")], Summary = Given.Summary(1, "Ann", "Ann") });
        var before = (await RowsAsync()).ConvertAll(TableRow.BatchOf);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Journal.RedactAsync(Stream, 1)));

        var rows = await RowsAsync();
        Assert.Equal(before, rows.ConvertAll(TableRow.BatchOf));
        Assert.All(rows, row => Assert.Equal(-1, TableRow.BytesOf(row).AsSpan().IndexOf("Ann"u8)));
    }

    [Fact]
    public async Task Many_processes_may_make_the_table_and_begin_a_stream_at_once()
    {
        await new TableClient(SameTable().ConnectionString, SameTable().TableName).DeleteAsync();
        var firsts = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            await using var journal = await AzureTablesJournal.OpenAsync(SameTable());
            try
            {
                await journal.AppendAsync(Stream, StreamHead.Empty, Given.One($"{i}"));
                return 1;
            }
            catch (VersionConflictException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, firsts.Sum());
        Assert.Equal(1, (await Journal.ReadAsync(Stream)).Head.Version);
    }

    private async Task<List<TableEntity>> RowsAsync() =>
        await new TableClient(SameTable().ConnectionString, SameTable().TableName).QueryAsync<TableEntity>().ToListAsync();
}
