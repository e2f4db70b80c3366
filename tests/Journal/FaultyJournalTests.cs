using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Journal.Tests;

public sealed class FaultyJournalTests
{
    private readonly MemoryJournal _inner = new();
    private readonly FaultyJournal _journal;
    private readonly StreamId _stream = Given.NewStream();

    public FaultyJournalTests() => _journal = new FaultyJournal(_inner);

    [Fact]
    public async Task An_append_may_throw_without_having_committed()
    {
        _journal.OnAppend = (_, _) => AppendFault.ThrowsWithoutCommitting;

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => _journal.AppendAsync(_stream, StreamHead.Empty, Given.One("x")));

        Assert.Equal(0, (await _journal.ReadAsync(_stream)).Head.Version);
    }

    [Fact]
    public async Task An_append_may_commit_and_then_throw()
    {
        _journal.OnAppend = (_, _) => AppendFault.CommitsAndThrows;

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => _journal.AppendAsync(_stream, StreamHead.Empty, Given.One("x")));

        Assert.Equal(1, (await _journal.ReadAsync(_stream)).Head.Version);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_append_may_wait_before_or_after_its_commit(bool before)
    {
        var gate = new Gate();
        _journal.OnAppend = (_, _) => before ? AppendFault.PausesBefore(gate) : AppendFault.PausesAfter(gate);
        var append = _journal.AppendAsync(_stream, StreamHead.Empty, Given.One("x"));

        await gate.Reached;
        Assert.False(append.IsCompleted);
        Assert.Equal(before ? 0 : 1, (await _inner.ReadAsync(_stream)).Head.Version);

        gate.Open();
        Assert.Equal(1, (await append).Version);
    }

    [Fact]
    public async Task Faults_are_chosen_by_stream()
    {
        _journal.OnAppend = (stream, _) => stream == _stream ? AppendFault.ThrowsWithoutCommitting : null;

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => _journal.AppendAsync(_stream, StreamHead.Empty, Given.One("x")));
        Assert.Equal(1, (await _journal.AppendAsync(Given.NewStream(), StreamHead.Empty, Given.One("x"))).Version);
    }

    [Fact]
    public async Task A_read_may_fail()
    {
        _journal.OnRead = _ => throw new TimeoutException();

        await Assert.ThrowsAsync<TimeoutException>(async () => await _journal.ReadAsync(_stream));
        await Assert.ThrowsAsync<TimeoutException>(async () => await _journal.FindByKeyAsync(_stream, 1));
    }
}
