namespace CampaignEngine.Journal.Tests.Contract;

/// <summary>What every backend must do. One class per backend derives from it.</summary>
public abstract partial class JournalContractTests : IAsyncLifetime
{
    protected IJournal Journal { get; private set; } = null!;

    public async Task InitializeAsync() => Journal = await OpenAsync();

    public abstract Task DisposeAsync();

    protected abstract Task<IJournal> OpenAsync();

    /// <summary>Changes the stored bytes of one entry behind the journal's back; afterwards <see cref="Journal"/> reads them.</summary>
    protected abstract Task<IJournal> TamperAsync(StreamId stream, long version, Func<byte[], byte[]> change);

    /// <summary>How many rounds, where heavy tests are on or not. A slow backend may keep to the light count, and says why.</summary>
    protected virtual int Count(int light, int heavy) => Heavy.Count(light, heavy);

    private async Task Tamper(StreamId stream, long version, Func<byte[], byte[]> change) =>
        Journal = await TamperAsync(stream, version, change);
}
