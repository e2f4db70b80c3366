namespace CampaignEngine.Journal.Tests.RocksDb;

/// <summary>Flips one bit in a copy of a journal, reads the copy, and compares; again and again.</summary>
internal static class BitFlips
{
    public static void Flip(TempDirectory directory, string image, Random random, int count)
    {
        var files = Directory.GetFiles(image, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length > 0).Order().ToArray();
        Flip(directory, image, count, () =>
        {
            var file = files[random.Next(files.Length)];
            return (Path.GetRelativePath(image, file), random.NextInt64(new FileInfo(file).Length), random.Next(8));
        });
    }

    public static void Flip(TempDirectory directory, string image, int count, Func<(string File, long Offset, int Bit)> next)
    {
        using var dumper = new Dumper();
        var untouched = Dump(dumper, directory, image, _ => { });
        Assert.StartsWith("read ", untouched, StringComparison.Ordinal);
        var refused = 0;
        for (var i = 0; i < count; i++)
        {
            var (file, offset, bit) = next();
            var result = Dump(dumper, directory, image, copy => FlipBit(Path.Combine(copy, file), offset, bit));

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

    private static void FlipBit(string path, long offset, int bit)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = offset;
        var value = file.ReadByte();
        file.Position = offset;
        file.WriteByte((byte)(value ^ (1 << bit)));
    }
}
