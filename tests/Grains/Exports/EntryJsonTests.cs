using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Campaigns.Stored;
using CampaignEngine.Grains.Exports;
using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Prizes.Stored;

namespace CampaignEngine.Grains.Tests.Exports;

public class EntryJsonTests
{
    private static readonly Type[] s_streams = [typeof(StoredCampaignEntry), typeof(StoredPoolEntry), typeof(StoredParticipantEntry)];

    public static TheoryData<Type> Entries =>
        [.. typeof(StoredPoolEntry).Assembly.GetTypes().Where(type => !type.IsAbstract && s_streams.Any(stream => stream.IsAssignableFrom(type)))];

    // An entry with bytes of which nobody has said whether they may be seen throws here.
    [Theory]
    [MemberData(nameof(Entries))]
    public void Every_entry_can_be_shown_under_its_stored_name(Type entry)
    {
        var text = Show(RuntimeHelpers.GetUninitializedObject(entry));

        Assert.StartsWith("""{"type":"p.""", text.Replace("\"pool.", "\"p.").Replace("\"campaign.", "\"p."), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void What_is_sealed_has_no_bytes_in_an_export(Type entry) => Assert.Equal(
        entry.GetProperties().Any(member => member.Name.StartsWith("Sealed", StringComparison.Ordinal)),
        EntryJson.HoldsSecrets(RuntimeHelpers.GetUninitializedObject(entry)));

    [Fact]
    public void Numbers_of_128_bits_are_hexadecimal_and_nulls_are_left_out() => Assert.Equal(
        """{"type":"pool.card-lost","award":7,"participant":"0000000000000000000000000000002a","play":3,"card":9,"nextCode":11,"closes":0}""",
        Show(new StoredCardLost(7, 42, 3, 9, 11, null, 0)));

    [Fact]
    public void Documents_are_nested_on_one_line_and_words_are_in_camel_case()
    {
        Assert.Equal(
            """{"type":"campaign.defined","version":1,"slug":"promo","document":{"name":"Été","odds":0.10},"actor":"admin"}""",
            Show(new CampaignDefined(1, "promo", Encoding.UTF8.GetBytes("{\n  \"name\": \"Été\",\n  \"odds\": 0.10 }"), "admin")));
        Assert.Equal("""{"type":"campaign.status","status":"ended"}""", Show(new CampaignStatusChanged(CampaignStatus.Ended)));
    }

    [Fact]
    public void Sealed_secrets_are_not_shown() => Assert.Equal(
        """{"type":"campaign.activated","seedHash":"03","campaignKeyHash":"04","frozenMembersHash":"05","frozenMembers":{}}""",
        Show(new CampaignActivated([1], [2], [3], [4], [5], "{}"u8.ToArray())));

    private static string Show(object entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            EntryJson.Write(json, entry);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
