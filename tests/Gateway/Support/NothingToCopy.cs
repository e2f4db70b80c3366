using CampaignEngine.Journal;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>Answers as a journal on disk does, for tests of the form of requests: writes nothing.</summary>
internal sealed class NothingToCopy : IJournalBackup
{
    public DateTimeOffset? RestoredFrom => null;

    public Task<long> BackUpAsync(string directory, DateTimeOffset at) => Task.FromResult(1L);

    public void NoteRestored()
    {
    }
}
