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

        FlipBits(directory, image, new Random(2), Heavy.Count(25, 1000));
    }

    [Fact]
    public async Task A_flipped_bit_in_a_closed_journal_never_changes_what_is_read()
    {
        using var directory = TempDirectory.Create();
        var image = directory.Sub("closed");
        await JournalImages.MakeClosed(image, 45);

        FlipBits(directory, image, new Random(3), Heavy.Count(25, 1000));
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

        FlipBits(directory, image, Heavy.Count(16, 400), () =>
        {
            // Length is two bytes, little endian, after a checksum of four.
            return (Path.GetRelativePath(image, log), records[random.Next(records.Count)] + 5, random.Next(4, 8));
        });
    }

    private static void FlipBits(TempDirectory directory, string image, Random random, int count)
    {
        var files = Directory.GetFiles(image, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length > 0).Order().ToArray();
        FlipBits(directory, image, count, () =>
        {
            var file = files[random.Next(files.Length)];
            return (Path.GetRelativePath(image, file), random.NextInt64(new FileInfo(file).Length), random.Next(8));
        });
    }

    private static void FlipBits(TempDirectory directory, string image, int count, Func<(string File, long Offset, int Bit)> next)
    {
        using var dumper = new Dumper();
        var untouched = Dump(dumper, directory, image, _ => { });
        Assert.StartsWith("read ", untouched, StringComparison.Ordinal);
        var refused = 0;
        for (var i = 0; i < count; i++)
        {
            var (file, offset, bit) = next();
            var result = Dump(dumper, directory, image, copy => Flip(Path.Combine(copy, file), offset, bit));

            var isLoud = result.StartsWith("refused ", StringComparison.Ordinal) || result.Contains("did not open within", StringComparison.Ordinal);
            Assert.True(isLoud || result == untouched, $"Bit {bit} of byte {offset} of {file}: {result}");
            if (isLoud) refused++;
        }

        // Had no flip been noticed, this test would not have touched anything that matters.
        Assert.True(refused > 0);
    }

    private static string Dump(Dumper dumper, TempDirectory directory, string image, Action<string> change)
    {
        var copy = directory.Sub("copy");
        TempDirectory.Copy(image, copy);
        change(copy);
        var result = dumper.Dump(copy);
        Directory.Delete(copy, recursive: true);
        return result;
    }

    private static void Flip(string path, long offset, int bit)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = offset;
        var value = file.ReadByte();
        file.Position = offset;
        file.WriteByte((byte)(value ^ (1 << bit)));
    }
}
