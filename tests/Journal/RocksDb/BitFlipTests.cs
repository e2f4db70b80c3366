namespace CampaignEngine.Journal.Tests.RocksDb;

/// <summary>One flipped bit anywhere in the files: everything is read back as it was, or the journal says so. Never less, never nothing.</summary>
public sealed class BitFlipTests
{
    [Fact]
    public async Task A_flipped_bit_in_a_killed_journal_never_changes_what_is_read()
    {
        using var directory = TempDirectory.Create();
        var image = directory.Sub("killed");
        await JournalImages.MakeKilled(image, flushed: 20, logged: 45);

        BitFlips.Flip(directory, image, new Random(2), Heavy.Count(25, 800));
    }

    // A length that points behind the end looks like a torn tail: RocksDB drops the record and all after it without a word.
    [Fact]
    public async Task A_flipped_bit_in_a_length_in_the_log_never_changes_what_is_read()
    {
        using var directory = TempDirectory.Create();
        var image = directory.Sub("lengths");
        await JournalImages.MakeKilled(image, flushed: 2, logged: 20);
        var log = JournalImages.NewestLog(image);
        var records = LogRecords.OffsetsInLastBlock(File.ReadAllBytes(log));
        var random = new Random(4);

        BitFlips.Flip(directory, image, Heavy.Count(16, 400), () =>
        {
            // Length is two bytes, little endian, after a checksum of four.
            return (Path.GetRelativePath(image, log), records[random.Next(records.Count)] + 5, random.Next(4, 8));
        });
    }
}
