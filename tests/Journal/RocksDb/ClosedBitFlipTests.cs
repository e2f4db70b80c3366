namespace CampaignEngine.Journal.Tests.RocksDb;

/// <summary>As <see cref="BitFlipTests"/>, in a class of its own so that both run at once.</summary>
public sealed class ClosedBitFlipTests
{
    [Fact]
    public async Task A_flipped_bit_in_a_closed_journal_never_changes_what_is_read()
    {
        using var directory = TempDirectory.Create();
        var image = directory.Sub("closed");
        await JournalImages.MakeClosed(image, 45);

        BitFlips.Flip(directory, image, new Random(3), Heavy.Count(25, 800));
    }

    [Fact]
    public void A_flipped_bit_in_a_recycled_log_never_changes_what_is_read()
    {
        using var directory = TempDirectory.Create();
        var image = directory.Sub("recycled");
        JournalImages.MakeRecycled(image);
        var log = Path.GetRelativePath(image, JournalImages.NewestLog(image));
        var length = new FileInfo(Path.Combine(image, log)).Length;
        var random = new Random(5);

        BitFlips.Flip(directory, image, Heavy.Count(25, 400), () => (log, random.NextInt64(length), random.Next(8)));
    }
}
