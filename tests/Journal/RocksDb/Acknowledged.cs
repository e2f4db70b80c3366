using CampaignEngine.Journal.Child;
using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Tests.RocksDb;

/// <summary>What a child said that it had appended, and whether the journal has it.</summary>
internal sealed class Acknowledged
{
    private readonly Dictionary<int, long> _newest = [];

    public int Count { get; private set; }

    public void Add(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var parts = line.Split(' ');
            // A kill may cut the last line.
            if (parts.Length != 3 || !int.TryParse(parts[0], out var number) || !long.TryParse(parts[1], out var version)) continue;
            if (parts[2] != ChildStreams.Text(number, version)) continue;
            Count++;
            _newest[number] = Math.Max(version, _newest.GetValueOrDefault(number));
        }
    }

    /// <summary>Every acknowledged entry is there with everything that was in its commit, and what is there is whole.</summary>
    public async Task AssertKept(string path)
    {
        await using var journal = RocksDbJournal.Open(new RocksDbJournalOptions { Path = path });
        var pending = (await journal.ReadPendingAsync(ChildStreams.Get(0).Scope).ToListAsync()).ToHashSet();
        for (var number = 0; number < ChildStreams.Count; number++)
        {
            var stream = ChildStreams.Get(number);
            var head = (await journal.ReadAsync(stream)).Head.Version;
            Assert.True(head >= _newest.GetValueOrDefault(number), $"Stream {number} ends at {head}, acknowledged was {_newest.GetValueOrDefault(number)}.");
            if (head == 0) continue;

            var entries = await journal.ReadEntriesAsync(stream, 1).ToListAsync();
            Assert.Equal(head, entries.Count);
            Assert.All(entries, e => Assert.Equal(ChildStreams.Text(number, e.Version), Given.Text(e.Public)));
            Assert.Equal(head, Assert.Single(await journal.ReadSummariesAsync(stream.Bucket).ToListAsync()).Version);
            Assert.Equal(head % 3 == 0, pending.Contains(stream));
            if (head >= 32) Assert.Equal(32, await journal.FindByKeyAsync(stream, 32));
        }
    }
}
