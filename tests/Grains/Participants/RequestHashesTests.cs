using System.Text;
using CampaignEngine.Grains.Interfaces.Participants;
using CampaignEngine.Grains.Participants;
using CampaignEngine.Grains.Secrets;

namespace CampaignEngine.Grains.Tests.Participants;

public class RequestHashesTests
{
    private static readonly RequestHashes Hashes = new(Given.MasterKey);

    private static readonly RecordEventRequest Full = new(
        "user_12345", "purchase", Utf8("""{"amount":42.50,"a":"x y"}"""), "evt_1", EventIdGiven: true, Given.Noon, "Ann");

    // Computed by a program that shares no code with this one.
    [Fact]
    public void Hashes_never_change()
    {
        Assert.Equal("6e1ed76bda87079bbe5b2c6d5e7738d7", Hashes.OfId(RequestKind.Event, "evt_1").ToString("x32"));
        Assert.Equal("95d1b341520705812dca5c8fc8639ae9", Hashes.OfRequest(Full).ToString("x32"));
        Assert.Equal("9a3c950e773abdf74f7b1cb1b50b3156", Hashes.OfRequest(Full with { Metadata = null, OccurredAt = null, DisplayName = null }).ToString("x32"));
    }

    public static TheoryData<string, RecordEventRequest> Others => new()
    {
        { "user", Full with { UserId = "user_12346" } },
        { "a user in another case", Full with { UserId = "User_12345" } },
        { "event type", Full with { EventType = "signup" } },
        { "a character that moves to the next member", Full with { UserId = "user_1234", EventType = "5purchase" } },
        { "display name", Full with { DisplayName = "Bob" } },
        { "empty display name", Full with { DisplayName = "" } },
        { "no display name", Full with { DisplayName = null } },
        { "metadata's value", Full with { Metadata = Utf8("""{"amount":42.51,"a":"x y"}""") } },
        { "metadata's number written otherwise", Full with { Metadata = Utf8("""{"amount":42.5,"a":"x y"}""") } },
        { "metadata's order", Full with { Metadata = Utf8("""{"a":"x y","amount":42.50}""") } },
        { "white space in a string", Full with { Metadata = Utf8("""{"amount":42.50,"a":"x  y"}""") } },
        { "empty metadata", Full with { Metadata = Utf8("{}") } },
        { "no metadata", Full with { Metadata = null } },
        { "time", Full with { OccurredAt = Given.Noon.AddTicks(1) } },
        { "no time", Full with { OccurredAt = null } },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Another_request_has_another_fingerprint(string what, RecordEventRequest other) =>
        Assert.True(Hashes.OfRequest(Full) != Hashes.OfRequest(other), what);

    [Fact]
    public void Absent_and_empty_members_all_differ()
    {
        string?[] names = [null, "", "Ann"];
        byte[]?[] metadata = [null, Utf8("{}"), Utf8("""{"a":1}""")];
        DateTimeOffset?[] times = [null, default(DateTimeOffset), Given.Noon];
        var all = from name in names
                  from data in metadata
                  from time in times
                  select Hashes.OfRequest(Full with { DisplayName = name, Metadata = data, OccurredAt = time });

        Assert.Equal(27, all.Distinct().Count());
    }

    public static TheoryData<string, RecordEventRequest> Same => new()
    {
        { "white space between tokens", Full with { Metadata = Utf8(" {\t\"amount\" : 42.50 ,\r\n \"a\" : \"x y\" } ") } },
        { "the same moment in another offset", Full with { OccurredAt = Given.Noon.ToOffset(TimeSpan.FromHours(2)) } },
        { "another id, by which it is found", Full with { EventId = "evt_2", EventIdGiven = false } },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void The_same_request_has_the_same_fingerprint(string what, RecordEventRequest same) =>
        Assert.True(Hashes.OfRequest(Full) == Hashes.OfRequest(same), what);

    [Fact]
    public void Another_master_key_gives_other_hashes()
    {
        var others = new RequestHashes(MasterKey.Generate());

        Assert.NotEqual(Hashes.OfId(RequestKind.Event, "evt_1"), others.OfId(RequestKind.Event, "evt_1"));
        Assert.NotEqual(Hashes.OfRequest(Full), others.OfRequest(Full));
    }

    // One byte, two, three and four in UTF-8.
    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("\uffff")]
    [InlineData("😀")]
    public void The_longest_ids_are_hashed_whole(string character)
    {
        var longest = string.Concat(Enumerable.Repeat(character, 255));
        var almost = string.Concat(Enumerable.Repeat(character, 254)) + "y";

        Assert.NotEqual(Hashes.OfId(RequestKind.Event, longest), Hashes.OfId(RequestKind.Event, almost));
        var request = Full with { UserId = longest, EventType = longest, DisplayName = longest };
        Assert.NotEqual(Hashes.OfRequest(request), Hashes.OfRequest(request with { DisplayName = almost }));
    }

    [Fact]
    public void The_largest_metadata_is_hashed_whole()
    {
        RecordEventRequest Of(char last) => Full with { Metadata = Utf8($$"""{ "a": "{{new string('x', 16 * 1024)}}{{last}}" }""") };

        Assert.NotEqual(Hashes.OfRequest(Of('y')), Hashes.OfRequest(Of('z')));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
