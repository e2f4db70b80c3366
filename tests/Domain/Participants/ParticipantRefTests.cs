using CampaignEngine.Domain.Hashing;
using CampaignEngine.Domain.Participants;

namespace CampaignEngine.Domain.Tests.Participants;

public class ParticipantRefTests
{
    private static readonly byte[] KeyBytes = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly KeyedHash Key = new(KeyBytes);

    public static TheoryData<string, string> Golden => new()
    {
        { "user_12345", "b95eb0b89cbb26313d1b83bb81ae8354" },
        { "a", "5167dd15d18166a9dd6caa3522f7026f" },
        { "\u00e9", "2445a1fe5ea6e3a6a788fcd7694ae2e6" },
        { "e\u0301", "47a222d632e8368dc7df2f6819c4f2ae" },
        { "a/b", "cbb80e4973d0453840b30b85aa5276ae" },
        { new string('x', 255), "9d6ddd5ce3d902804aaac44f045066db" },
        { string.Concat(Enumerable.Repeat("\U0001F600", 255)), "588fac0aabe82b04760bf2f7babec51e" },
    };

    // Computed by a program that shares no code with this one.
    [Theory]
    [MemberData(nameof(Golden))]
    public void A_ref_never_changes(string userId, string expected) =>
        Assert.Equal(expected, ParticipantRef.Of(Key, userId).ToString());

    [Fact]
    public void Users_whose_ids_differ_only_in_normalisation_are_two() =>
        Assert.NotEqual(ParticipantRef.Of(Key, "caf\u00e9"), ParticipantRef.Of(Key, "cafe\u0301"));

    [Fact]
    public void The_same_user_has_another_ref_in_another_campaign() =>
        Assert.NotEqual(ParticipantRef.Of(Key, "a"), ParticipantRef.Of(new KeyedHash([.. KeyBytes.Reverse()]), "a"));

    [Fact]
    public void A_ref_is_written_with_its_leading_zeros() =>
        Assert.Equal("0000000000000000000000000000000f", new ParticipantRef(15).ToString());
}
