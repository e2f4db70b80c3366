using CampaignEngine.Grains.Participants;
using UniqueKey = CampaignEngine.Journal.UniqueKey;

namespace CampaignEngine.Grains.Tests.Participants;

public class RecentEventIdsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(512, 0)]
    [InlineData(513, 1)]
    [InlineData(544, 32)]
    [InlineData(1_500, 988)]
    public void The_oldest_beyond_512_leave_in_order(int count, int leaving)
    {
        var ids = Of(count);

        Assert.Equal(Enumerable.Range(1, leaving).Select(Id), ids.RemoveOldest());

        Assert.Equal(leaving > 0, ids.HasOlder);
        for (var version = 1; version <= count; version++)
            Assert.Equal(version > leaving ? version : null, ids.Find(Id(version).Key));
        Assert.Empty(ids.RemoveOldest());
        Assert.Equal(leaving > 0, ids.HasOlder);
    }

    [Fact]
    public void An_unknown_id_is_not_found() => Assert.Null(Of(10).Find(7));

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(544, true)]
    public void Ids_are_packed_and_unpacked(int count, bool hasOlder)
    {
        var packed = Of(count).Pack();
        var unpacked = RecentEventIds.Unpack(packed, hasOlder);

        Assert.Equal(24 * count, packed.Length);
        Assert.Equal(hasOlder, unpacked.HasOlder);
        Assert.Equal(packed, unpacked.Pack());
        for (var version = 1; version <= count; version++)
            Assert.Equal(version, unpacked.Find(Id(version).Key));
    }

    [Fact]
    public void The_packed_form_never_changes()
    {
        var ids = new RecentEventIds();
        ids.Add(new UInt128(0x0011223344556677, 0x8899aabbccddeeff), 0x0102030405060708);

        Assert.Equal("ffeeddccbbaa998877665544332211000807060504030201", Convert.ToHexStringLower(ids.Pack()));
    }

    private static RecentEventIds Of(int count)
    {
        var ids = new RecentEventIds();
        for (var version = 1; version <= count; version++)
            ids.Add(Id(version).Key, version);
        return ids;
    }

    private static UniqueKey Id(int version) => new(UInt128.MaxValue / 1_000_003 * (UInt128)version, version);
}
