using CampaignEngine.Journal.AzureTables;

namespace CampaignEngine.Journal.Tests.AzureTables;

public sealed class TableKeysTests
{
    private static readonly StreamId Stream =
        new(new Scope(new Guid("00112233-4455-6677-8899-aabbccddeeff"), 2, new Guid("ffeeddcc-bbaa-9988-7766-554433221100")), StreamKind.Participant, 0x1F);

    [Fact]
    public void Keys_are_frozen()
    {
        Assert.Equal("00112233445566778899AABBCCDDEEFF02FFEEDDCCBBAA998877665544332211000F", TableKeys.Partition(Stream.Bucket));
        Assert.Equal("1040000000000000000000000000000001F01", TableKeys.Snapshot(Stream));
        Assert.Equal("1040000000000000000000000000000001F0200000000000000000000000000000007", TableKeys.Unique(Stream, 7));
        Assert.Equal("1040000000000000000000000000000001F03000000000000002A", TableKeys.Entry(Stream, 42));
        Assert.Equal("2040000000000000000000000000000001F", TableKeys.Stream(TableKeys.Pending, Stream));
        Assert.Equal("3040000000000000000000000000000001F", TableKeys.Stream(TableKeys.Summaries, Stream));
    }

    [Fact]
    public void Entries_sort_by_version_and_streams_by_key()
    {
        string[] keys =
        [
            TableKeys.Entry(Stream, 1), TableKeys.Entry(Stream, 9), TableKeys.Entry(Stream, 10), TableKeys.Entry(Stream, 255),
            TableKeys.Entry(Stream, 256), TableKeys.Entry(Stream, long.MaxValue), TableKeys.Snapshot(Stream with { Key = 0x20 }),
            TableKeys.Entry(Stream with { Key = UInt128.MaxValue }, 1), TableKeys.End(TableKeys.Rows),
            TableKeys.Stream(TableKeys.Pending, Stream), TableKeys.End(TableKeys.Pending), TableKeys.Stream(TableKeys.Summaries, Stream),
        ];

        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Keys_are_read_back()
    {
        Assert.Equal(42, TableKeys.ReadVersion(TableKeys.Entry(Stream, 42)));
        Assert.Equal(Stream, TableKeys.ReadStream(Stream.Scope, TableKeys.Stream(TableKeys.Summaries, Stream)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("3040000000000000000000000000000001")]
    [InlineData("304000000000000000000000000000000ZZ")]
    public void A_key_that_was_never_written_is_damage(string key)
    {
        Assert.Throws<JournalDamagedException>(() => TableKeys.ReadStream(Stream.Scope, key));
        Assert.Throws<JournalDamagedException>(() => TableKeys.ReadVersion(key));
    }
}
