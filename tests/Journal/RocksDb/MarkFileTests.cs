using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Tests.RocksDb;

public sealed class MarkFileTests
{
    private const int SecondSlot = 2048;

    [Fact]
    public void A_new_mark_is_0() => WithMark([], mark => Assert.Equal(0UL, mark.Value));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_newest_value_is_found_again(int stores) =>
        WithMark(Enumerable.Range(1, stores).Select(i => (ulong)i * 1000), mark => Assert.Equal((ulong)stores * 1000, mark.Value));

    [Fact]
    public void A_torn_newest_slot_leaves_the_value_before()
    {
        using var directory = TempDirectory.Create();
        Make(directory.Sub("mark"), [7, 8]);
        // The third store goes to the slot of the first; a kill lets any part of it be written.
        var newest = Slot(9);
        for (var written = 1; written < MarkSlot.Length; written++)
        {
            Overwrite(directory.Sub("mark"), SecondSlot, Slot(7));
            Overwrite(directory.Sub("mark"), SecondSlot, newest.AsSpan(0, written));

            using var mark = MarkFile.Open(directory.Sub("mark"));
            Assert.Equal(8UL, mark.Value);
        }
    }

    [Fact]
    public void After_a_torn_slot_the_next_store_repairs_it()
    {
        using var directory = TempDirectory.Create();
        Make(directory.Sub("mark"), [7, 8]);
        Overwrite(directory.Sub("mark"), SecondSlot, [1, 2, 3]);
        using (var mark = MarkFile.Open(directory.Sub("mark"))) mark.Store(9);
        Overwrite(directory.Sub("mark"), 0, [1, 2, 3]);

        using var repaired = MarkFile.Open(directory.Sub("mark"));

        Assert.Equal(9UL, repaired.Value);
    }

    [Fact]
    public void Without_a_valid_slot_it_does_not_open()
    {
        using var directory = TempDirectory.Create();
        Make(directory.Sub("mark"), [7, 8]);
        Overwrite(directory.Sub("mark"), 0, [1]);
        Overwrite(directory.Sub("mark"), SecondSlot, [1]);

        Assert.Throws<JournalOpenException>(() => MarkFile.Open(directory.Sub("mark")));
    }

    [Fact]
    public void A_file_of_another_length_does_not_open()
    {
        using var directory = TempDirectory.Create();
        File.WriteAllBytes(directory.Sub("mark"), []);

        Assert.Throws<JournalOpenException>(() => MarkFile.Open(directory.Sub("mark")));
    }

    private static void WithMark(IEnumerable<ulong> values, Action<MarkFile> assert)
    {
        using var directory = TempDirectory.Create();
        Make(directory.Sub("mark"), values);
        using var mark = MarkFile.Open(directory.Sub("mark"));
        assert(mark);
    }

    private static void Make(string path, IEnumerable<ulong> values)
    {
        MarkFile.Create(path);
        using var mark = MarkFile.Open(path);
        foreach (var value in values) mark.Store(value);
    }

    private static byte[] Slot(ulong value)
    {
        var slot = new byte[MarkSlot.Length];
        MarkSlot.Write(slot, value);
        return slot;
    }

    private static void Overwrite(string path, long offset, ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(path, FileMode.Open);
        file.Position = offset;
        file.Write(bytes);
    }
}
