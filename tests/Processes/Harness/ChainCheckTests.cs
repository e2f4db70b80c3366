using CampaignEngine.Journal;
using CampaignEngine.Journal.Memory;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>I12 is computed, not believed.</summary>
public sealed class ChainCheckTests
{
    private static readonly StreamId s_stream = new(new Scope(new Guid(1, 2, 3, new byte[8]), 1, new Guid(4, 5, 6, new byte[8])), StreamKind.Participant, 7);

    [Fact]
    public async Task What_was_written_verifies()
    {
        var (entries, head) = await WriteAsync();

        Assert.Null(ChainCheck.Violation(s_stream, entries, head));
    }

    [Theory]
    [InlineData("another public part")]
    [InlineData("another time")]
    [InlineData("an entry is missing")]
    [InlineData("the newest is missing")]
    [InlineData("another stream")]
    public async Task What_was_changed_does_not(string how)
    {
        var (entries, head) = await WriteAsync();
        var stream = s_stream;
        switch (how)
        {
            case "another public part": entries[1] = entries[1] with { Public = "other"u8.ToArray() }; break;
            case "another time": entries[1] = entries[1] with { Time = entries[1].Time.AddTicks(1) }; break;
            case "an entry is missing": entries.RemoveAt(1); break;
            case "the newest is missing": entries.RemoveAt(2); break;
            case "another stream": stream = s_stream with { Key = 8 }; break;
            default: throw new ArgumentOutOfRangeException(nameof(how));
        }

        Assert.StartsWith("I12: ", ChainCheck.Violation(stream, entries, head), StringComparison.Ordinal);
    }

    private static async Task<(List<JournalEntry> Entries, StreamHead Head)> WriteAsync()
    {
        var journal = new MemoryJournal();
        var head = StreamHead.Empty;
        for (var number = 1; number <= 3; number++)
        {
            var entry = new NewEntry(DateTimeOffset.UnixEpoch.AddSeconds(number), new[] { (byte)number }, "person"u8.ToArray());
            head = await journal.AppendAsync(s_stream, head, new Append { Entries = [entry] });
        }

        List<JournalEntry> entries = [];
        await foreach (var entry in journal.ReadEntriesAsync(s_stream, 1))
            entries.Add(entry);
        return (entries, head);
    }
}
