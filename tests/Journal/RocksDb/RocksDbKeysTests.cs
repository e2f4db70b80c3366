using CampaignEngine.Journal.RocksDb;

namespace CampaignEngine.Journal.Tests.RocksDb;

public sealed class RocksDbKeysTests
{
    private static readonly StreamId Stream = new(
        new Scope(new Guid("00112233-4455-6677-8899-aabbccddeeff"), 7, new Guid("ffeeddcc-bbaa-9988-7766-554433221100")),
        StreamKind.Participant, ((UInt128)0x0102030405060708 << 64) | 0x090a0b0c0d0e0f1a);

    private const string Name = "00112233445566778899AABBCCDDEEFF" + "07" + "FFEEDDCCBBAA99887766554433221100" + "0A" + "04" + "0102030405060708090A0B0C0D0E0F1A";

    [Fact]
    public void Keys_keep_their_bytes()
    {
        var key = new byte[RocksDbKeys.UniqueLength];
        RocksDbKeys.WriteEntry(key, Stream, 258);
        Assert.Equal("01" + Name + "03" + "0000000000000102", Convert.ToHexString(key, 0, RocksDbKeys.EntryLength));
        RocksDbKeys.WriteSnapshot(key, Stream);
        Assert.Equal("01" + Name + "01", Convert.ToHexString(key, 0, RocksDbKeys.RowKindLength));
        RocksDbKeys.WriteUnique(key, Stream, 3);
        Assert.Equal("01" + Name + "02" + "00000000000000000000000000000003", Convert.ToHexString(key));
        RocksDbKeys.WriteStream(key, RocksDbKeys.Pending, Stream);
        Assert.Equal("02" + Name, Convert.ToHexString(key, 0, RocksDbKeys.StreamLength));
        Assert.Equal(Stream, RocksDbKeys.ReadStream(key));
    }
}
