using CampaignEngine.Journal.AzureTables;

namespace CampaignEngine.Journal.Tests.AzureTables;

/// <summary>A journal on the collection's Azurite, through a transport with faults, and with short times.</summary>
public abstract class FaultTests(AzuriteFixture azurite) : IAsyncLifetime
{
    internal static readonly CommitTimes ShortTimes = new()
    {
        Outcome = TimeSpan.FromSeconds(3),
        Attempt = TimeSpan.FromSeconds(1),
        ReadBack = TimeSpan.FromSeconds(1),
        ShortestAttempt = TimeSpan.FromMilliseconds(100),
        ShortestBackoff = TimeSpan.FromMilliseconds(10),
        LongestBackoff = TimeSpan.FromMilliseconds(80),
    };

    private readonly StreamId _stream = Given.NewStream();
    private readonly AzureTablesJournalOptions _table = azurite.NewTable();
    private AzureTablesJournal? _journal;

    internal FaultyTransport Transport { get; } = new();

    internal AzureTablesJournal Journal => _journal!;

    private protected StreamId Stream => _stream;

    /// <summary>Of the same partition, so that it shares commits with <see cref="Stream"/>.</summary>
    private protected StreamId Neighbour(int number) => _stream with { Key = _stream.Key + (UInt128)(16 * number) };

    public async Task InitializeAsync() => _journal = await OpenAsync(ShortTimes);

    public async Task DisposeAsync()
    {
        await _journal!.DisposeAsync();
        Transport.Dispose();
    }

    internal Task<AzureTablesJournal> OpenAsync(CommitTimes times) => AzureTablesJournal.OpenAsync(new AzureTablesJournalOptions
    {
        ConnectionString = _table.ConnectionString,
        TableName = _table.TableName,
        Transport = Transport,
        Times = times,
    });

    /// <summary>For another process on the same table, whose requests meet no faults.</summary>
    internal AzureTablesJournalOptions SameTable() => _table;

    /// <summary>Holds a first append's transaction, so that all that <paramref name="start"/> appends goes out in one after it.</summary>
    private protected async Task InOneCommit(Action start)
    {
        var gate = new Testing.Gate();
        Transport.Next(async (_, send) =>
        {
            await gate.PassAsync();
            await send();
        });
        var first = Journal.AppendAsync(Neighbour(1000), StreamHead.Empty, Given.One("first"));
        await gate.Reached.WaitAsync(TimeSpan.FromSeconds(30));
        start();
        gate.Open();
        await first;
    }
}
