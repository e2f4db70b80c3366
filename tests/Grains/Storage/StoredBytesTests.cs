using CampaignEngine.Grains.Participants.Stored;
using CampaignEngine.Grains.Streams;
using CampaignEngine.Grains.Wire;
using CampaignEngine.Journal;

namespace CampaignEngine.Grains.Tests.Storage;

/// <summary>
/// What was written once is read for ever. <c>Golden.txt</c> has lines for each sample: its name, a tab, its bytes. Lines
/// are added, never changed: when a type grows, its samples get one more, which is what is written from then on.
/// </summary>
public class StoredBytesTests
{
    private static readonly ILookup<string, string> Golden = ReadGolden();

    public static TheoryData<string> Names => new(Sample.All.Select(sample => sample.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Stored_bytes_never_change(string name)
    {
        var sample = Sample.All.Single(one => one.Name == name);
        var bytes = Convert.ToHexStringLower(sample.Encode(Given.Codec));

        Assert.Equal($"{name}\t{Golden[name].LastOrDefault()}", $"{name}\t{bytes}");
        Assert.All(Golden[name], written => Assert.Equal(
            Given.Text(sample.Value), Given.Text(sample.Decode(Given.Codec, Convert.FromHexString(written)))));
    }

    [Fact]
    public void Every_golden_line_has_its_sample() =>
        Assert.Equal(Sample.All.Select(sample => sample.Name).Order(), Golden.Select(lines => lines.Key).Order());

    [Fact]
    public void Every_stored_type_has_a_sample()
    {
        var stored = typeof(EntryCodec).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
            // What only crosses the wire lives as long as a call.
            .Where(type => type.Namespace != typeof(JournalFailure).Namespace);

        Assert.Empty(stored.Except(Sample.All.SelectMany(sample => TypesIn(sample.Value))));
    }

    [Fact]
    public void Damaged_bytes_are_said_to_be_damaged()
    {
        byte[] bytes = Sample.All[0].Encode(Given.Codec);
        byte[][] damaged = [[], bytes[..^1], bytes[..(bytes.Length / 2)], [0xff, .. bytes], new byte[64]];
        foreach (var one in damaged)
            Assert.Throws<JournalDamagedException>(() => Given.Codec.Decode<StoredParticipantEntry>(one));
    }

    [Fact]
    public void A_record_of_another_kind_is_said_to_be_damaged()
    {
        var pool = Sample.All.Single(sample => sample.Name == "pool.voided").Encode(Given.Codec);
        Assert.Throws<JournalDamagedException>(() => Given.Codec.Decode<StoredParticipantEntry>(pool));
    }

    private static IEnumerable<Type> TypesIn(object value)
    {
        if (value is System.Collections.IEnumerable and not string)
            return ((System.Collections.IEnumerable)value).Cast<object>().SelectMany(TypesIn);
        if (value.GetType().Assembly != typeof(EntryCodec).Assembly)
            return [];
        return value.GetType().GetProperties()
            .Select(property => property.GetValue(value))
            .OfType<object>()
            .SelectMany(TypesIn)
            .Append(value.GetType());
    }

    private static ILookup<string, string> ReadGolden()
    {
        using var reader = new StreamReader(typeof(StoredBytesTests).Assembly.GetManifestResourceStream(
            "CampaignEngine.Grains.Tests.Storage.Golden.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .ToLookup(parts => parts[0], parts => parts[1]);
    }
}
