using System.Diagnostics.Metrics;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Journal;
using CampaignEngine.Journal.Diagnostics;
using CampaignEngine.Journal.Memory;
using CampaignEngine.Journal.Testing;

namespace CampaignEngine.Grains.Tests.Streams;

/// <summary>No other test of this project fails an append of these kinds of stream.</summary>
public sealed class GrainStreamTests
{
    [Fact]
    public async Task An_append_that_comes_second_is_counted_as_a_conflict()
    {
        FailedAppends.Publish();
        var journal = new MemoryJournal();
        var (first, second) = (await ReadAsync(journal, StreamKind.Campaign), await ReadAsync(journal, StreamKind.Campaign));
        await first.AppendAsync(Something());

        await Assert.ThrowsAsync<VersionConflictException>(() => second.AppendAsync(Something()));

        Assert.Equal(1, Counted("journal.conflicts", "campaign"));
        Assert.Equal(0, Counted("journal.unknown_outcomes", "campaign"));
    }

    [Fact]
    public async Task An_append_without_an_answer_is_counted_as_unknown()
    {
        var journal = new FaultyJournal(new MemoryJournal()) { OnAppend = (_, _) => AppendFault.CommitsAndThrows };
        var stream = await ReadAsync(journal, StreamKind.CodeSpace);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => stream.AppendAsync(Something()));

        Assert.Equal(1, Counted("journal.unknown_outcomes", "code_space"));
        Assert.Equal(0, Counted("journal.conflicts", "code_space"));
    }

    private static Append Something() => new() { Entries = [new NewEntry(Given.Noon, new byte[] { 1 })] };

    private static async Task<GrainStream> ReadAsync(IJournal journal, StreamKind kind)
    {
        var stream = new GrainStream(journal, new StreamId(StreamNames.ScopeOf(Given.Campaign), kind, Key: 0));
        await stream.ReadAsync(_ => { });
        return stream;
    }

    private static long Counted(string instrument, string kind)
    {
        long counted = -1;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (published, self) =>
        {
            if (published.Name == instrument) self.EnableMeasurementEvents(published);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counted = (string)tags[0].Value! == kind ? value : counted);
        listener.Start();
        listener.RecordObservableInstruments();
        return counted;
    }
}
