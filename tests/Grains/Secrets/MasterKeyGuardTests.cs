using CampaignEngine.Grains.Secrets;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CampaignEngine.Grains.Tests.Secrets;

public class MasterKeyGuardTests
{
    private static readonly StreamId Stream = new(default, StreamKind.JournalInfo, Key: 0);
    private readonly FakeTimeProvider _time = new(Given.Noon);
    private readonly MemoryJournal _journal = new();

    [Fact]
    public async Task A_new_journal_takes_the_key_and_then_wants_the_same()
    {
        Assert.True(await MasterKeyGuard.IsNewAsync(_journal));
        await MasterKeyGuard.CheckAsync(_journal, Given.MasterKey, _time);
        Assert.False(await MasterKeyGuard.IsNewAsync(_journal));

        await MasterKeyGuard.CheckAsync(_journal, MasterKey.FromBase64(Given.MasterKey.ToBase64()), _time);
        await Assert.ThrowsAsync<MasterKeyMismatchException>(() => MasterKeyGuard.CheckAsync(_journal, MasterKey.Generate(), _time));
        Assert.Single((await _journal.ReadAsync(Stream)).Entries);
    }

    [Fact]
    public async Task The_journal_holds_no_key()
    {
        await MasterKeyGuard.CheckAsync(_journal, Given.MasterKey, _time);

        var entry = Assert.Single((await _journal.ReadAsync(Stream)).Entries);
        Assert.Equal(Given.MasterKey.Derive("journal check"), entry.Public.ToArray());
        Assert.NotEqual(Convert.FromBase64String(Given.MasterKey.ToBase64()), entry.Public.ToArray());
        Assert.Equal(Given.Noon, entry.Time);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_processes_that_start_at_once_the_second_compares(bool sameKey)
    {
        var gate = new Gate();
        var slow = new FaultyJournal(_journal) { OnAppend = (_, _) => AppendFault.PausesBefore(gate) };

        var second = MasterKeyGuard.CheckAsync(slow, sameKey ? Given.MasterKey : MasterKey.Generate(), _time);
        await gate.Reached;
        await MasterKeyGuard.CheckAsync(_journal, Given.MasterKey, _time);
        gate.Open();

        if (sameKey)
            await second;
        else
            await Assert.ThrowsAsync<MasterKeyMismatchException>(() => second);
        Assert.Single((await _journal.ReadAsync(Stream)).Entries);
    }
}
