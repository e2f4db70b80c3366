using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Tests.Contract;

namespace CampaignEngine.Journal.Tests.Memory;

public sealed class MemoryJournalTests : JournalContractTests
{
    private readonly MemoryJournal _journal = new();

    public override Task DisposeAsync() => Task.CompletedTask;

    protected override Task<IJournal> OpenAsync() => Task.FromResult<IJournal>(_journal);

    protected override Task<IJournal> TamperAsync(StreamId stream, long version, Func<byte[], byte[]> change)
    {
        _journal.Tamper(stream, version, change);
        return OpenAsync();
    }
}
