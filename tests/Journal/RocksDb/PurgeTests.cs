using System.Security.Cryptography;

namespace CampaignEngine.Journal.Tests.RocksDb;

public sealed class PurgeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_redacted_and_purged_is_in_no_file_any_more(bool wasInSortedFiles)
    {
        using var directory = TempDirectory.Create();
        // Compression keeps random letters as they are, but for those at the ends, which may match what is beside them.
        var secret = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 24);
        var middle = secret[4..20];
        var stream = Given.NewStream();
        var journal = JournalImages.Open(directory.Path);
        await JournalImages.AppendUpTo(journal, 20);
        var head = await journal.AppendAsync(stream, StreamHead.Empty, new Append
        {
            Entries = [Given.Entry("public", secret)],
            Summary = Given.Summary(1, secret, secret),
        });
        if (wasInSortedFiles)
        {
            await journal.DisposeAsync();
            journal = JournalImages.Open(directory.Path);
        }

        Assert.NotEmpty(FilesWith(directory, middle));

        await journal.RedactAsync(stream, 1);
        await journal.PurgeAsync([stream]);
        await journal.PurgeAsync([stream]);

        Assert.Empty(FilesWith(directory, middle));
        Assert.Equal(head, (await journal.ReadAsync(stream)).Head);
        await journal.DisposeAsync();
        Assert.Empty(FilesWith(directory, middle));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_removed_is_in_no_file_any_more(bool wasInSortedFiles)
    {
        using var directory = TempDirectory.Create();
        var secret = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 24);
        var middle = secret[4..20];
        var stream = Given.NewStream();
        var journal = JournalImages.Open(directory.Path);
        await JournalImages.AppendUpTo(journal, 20);
        await journal.AppendAsync(stream, StreamHead.Empty, Given.One(secret, secret));
        if (wasInSortedFiles)
        {
            await journal.DisposeAsync();
            journal = JournalImages.Open(directory.Path);
        }

        Assert.NotEmpty(FilesWith(directory, middle));

        await journal.RemoveAsync(stream.Scope, stream.Kind);

        Assert.Empty(FilesWith(directory, middle));
        await journal.DisposeAsync();
        journal = JournalImages.Open(directory.Path);
        Assert.Equal(0, (await journal.ReadAsync(stream)).Head.Version);
        await journal.DisposeAsync();
    }

    [Fact]
    public async Task What_was_removed_does_not_come_back_by_an_append_that_is_late()
    {
        using var directory = TempDirectory.Create();
        await using var journal = JournalImages.Open(directory.Path);
        var stream = Given.NewStream();
        var head = await journal.Chain(stream, StreamHead.Empty, "1", "2");

        var removal = journal.RemoveAsync(stream.Scope, stream.Kind);
        var late = journal.AppendAsync(stream, head, Given.One("3"));

        await removal;
        await Assert.ThrowsAsync<InvalidOperationException>(() => late);
        await Assert.ThrowsAsync<InvalidOperationException>(() => journal.AppendAsync(stream, head, Given.One("3")));
        Assert.Equal(0, (await journal.ReadAsync(stream)).Head.Version);
    }

    private static List<string> FilesWith(TempDirectory directory, string text) =>
        [.. Directory.GetFiles(Path.Combine(directory.Path, "rocksdb")).Where(f => !f.EndsWith("LOCK", StringComparison.Ordinal))
            .Where(f => File.ReadAllBytes(f).AsSpan().IndexOf(Given.Bytes(text)) >= 0)];
}
