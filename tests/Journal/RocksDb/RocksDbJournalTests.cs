using CampaignEngine.Journal.RocksDb;
using CampaignEngine.Journal.Tests.Contract;

namespace CampaignEngine.Journal.Tests.RocksDb;

public sealed class RocksDbJournalTests : JournalContractTests
{
    private readonly TempDirectory _directory = TempDirectory.Create();
    private RocksDbJournal? _journal;

    public override async Task DisposeAsync()
    {
        if (_journal is not null) await _journal.DisposeAsync();
        _directory.Dispose();
    }

    protected override Task<IJournal> OpenAsync()
    {
        _journal = RocksDbJournal.Open(new RocksDbJournalOptions { Path = _directory.Path });
        return Task.FromResult<IJournal>(_journal);
    }

    protected override async Task<IJournal> TamperAsync(StreamId stream, long version, Func<byte[], byte[]> change)
    {
        await _journal!.DisposeAsync();
        RawRows.Change(_directory.Path, stream, version, change);
        return await OpenAsync();
    }
}
