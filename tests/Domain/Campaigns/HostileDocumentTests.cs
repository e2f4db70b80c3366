using System.Diagnostics;
using System.Text;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Tests.Campaigns;

/// <summary>Each is refused with a clear error, and fast.</summary>
public class HostileDocumentTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(250);

    /// <summary>A busy machine may take the processor away in one of them.</summary>
    private const int Tries = 5;

    /// <summary>On a slow or busy machine: how often as long it may take as ordinary documents of as many bytes do.</summary>
    private const int Slowdown = 20;

    [Theory]
    [InlineData("", "The document is not valid JSON: see line 1, byte 1.")]
    [InlineData("{", "The document is not valid JSON")]
    [InlineData("{} {}", "The document is not valid JSON: see line 1, byte 4.")]
    [InlineData("{\n \"name\": NaN }", "The document is not valid JSON: see line 2, byte 10.")]
    [InlineData("{ \"name\": Infinity }", "The document is not valid JSON")]
    [InlineData("{ \"name\": 01 }", "The document is not valid JSON")]
    [InlineData("{ \"name\": 1. }", "The document is not valid JSON")]
    [InlineData("{ \"name\": +1 }", "The document is not valid JSON")]
    [InlineData("{ \"name\": 'a' }", "The document is not valid JSON")]
    [InlineData("{ name: 1 }", "The document is not valid JSON")]
    [InlineData("{ \"name\": \"a\", }", "The document is not valid JSON")]
    [InlineData("{ /* why */ }", "The document is not valid JSON")]
    [InlineData("{ \"name\": \"\\x41\" }", "The document is not valid JSON")]
    [InlineData("{ \"name\": \"\\u12\" }", "The document is not valid JSON")]
    [InlineData("{ \"name\": \"a\nb\" }", "The document is not valid JSON")]
    [InlineData("\uFEFF{}", "The document is not valid JSON")]
    public void What_is_no_JSON_is_refused(string document, string message) => Documents.AssertRefused(document, "", message);

    [Theory]
    [InlineData(new byte[] { (byte)'"', 0xFF, (byte)'"' })]
    [InlineData(new byte[] { (byte)'"', 0xC0, 0xAF, (byte)'"' })] // overlong
    [InlineData(new byte[] { (byte)'"', 0xED, 0xA0, 0x80, (byte)'"' })] // half a surrogate pair
    [InlineData(new byte[] { (byte)'"', 0xE2, 0x82 })] // cut off
    public void What_is_no_UTF8_is_refused(byte[] document) =>
        Assert.Equal(
            [new DefinitionError("", "The document is not valid UTF-8. Write it in UTF-8.")],
            CampaignDefinitionReader.Read(document).Errors);

    [Theory]
    [InlineData(256 * 1024, null)]
    [InlineData((256 * 1024) + 1, "The document has 262145 bytes. Write at most 262144.")]
    [InlineData(10_000_000, "The document has 10000000 bytes. Write at most 262144.")]
    public void It_may_have_256_KiB(int bytes, string? message)
    {
        var document = Documents.Minimal.PadRight(bytes);
        if (message is null)
            Assert.Empty(WithinBound(document).Errors);
        else
            Assert.Equal(new DefinitionError("", message), Assert.Single(WithinBound(document).Errors));
    }

    [Theory]
    [InlineData(15, "/colour", "This member is unknown.")]
    [InlineData(16, "", "The document nests more than 16 objects and arrays.")]
    [InlineData(100_000, "", "The document nests more than 16 objects and arrays.")]
    public void It_may_nest_16_levels(int arrays, string at, string message)
    {
        var document = Documents.With(Documents.Minimal, "/colour", new string('[', arrays) + new string(']', arrays));
        Documents.AssertRefused(document, at, message);
        Assert.Single(WithinBound(document).Errors);
    }

    [Fact]
    public void Deep_nesting_that_never_ends_is_too_deep_rather_than_no_JSON() =>
        Documents.AssertRefused(new string('[', 200_000), "", "The document nests more than 16");

    [Theory]
    [InlineData("/points/rules", "{\"id\":\"a\",\"points\":1}", 10_000)]
    [InlineData("/points/rules", "0", 100_000)]
    [InlineData("/milestones", "{}", 50_000)]
    [InlineData("/instantWin/tiers", "[]", 50_000)]
    [InlineData("/instantWin/eventTypes", "\"a\"", 50_000)]
    [InlineData("/points/rules/0/when", "{\"op\":\"a\"}", 20_000)]
    [InlineData("/points/rules/0/limits", "{\"per\":\"day\"}", 10_000)]
    [InlineData("/points/maxPointsPerUser", "{\"points\":-1}", 10_000)]
    [InlineData("/streak/bonuses", "{\"days\":0,\"points\":1}", 8_000)]
    [InlineData("/streak/eventTypes", "7", 50_000)]
    [InlineData("/instantWin/maxPlays", "null", 40_000)]
    public void Too_many_items_are_refused_and_only_the_first_are_read(string at, string item, int count)
    {
        var errors = WithinBound(Documents.With(Documents.Demo, at, $"[{string.Join(',', Enumerable.Repeat(item, count))}]")).Errors;
        Assert.Contains(errors, error => error.Pointer == at && error.Message.EndsWith($"Here are {count}.", StringComparison.Ordinal));
        Assert.InRange(errors.Count, 2, 301);
    }

    [Fact]
    public void Of_thousands_of_errors_the_first_500_are_reported()
    {
        var members = string.Join(',', Enumerable.Range(0, 20_000).Select(n => $"\"m{n}\":1"));
        var errors = WithinBound($"{{{members}}}").Errors;
        Assert.Equal(501, errors.Count);
        Assert.Equal(("/m499", "/m0"), (errors[499].Pointer, errors[0].Pointer));
        Assert.Equal(new DefinitionError("", "There are more errors than these 500. Correct these first."), errors[500]);
    }

    [Theory]
    [InlineData("/points/rules/0/points", '9', "Write a whole number")]
    [InlineData("/points/rules/0/points", '0', "Write a whole number")]
    [InlineData("/points/rules/0/when/0/value", '9', "Write a number")]
    [InlineData("/instantWin/tiers/0/odds", '9', "Write odds")]
    public void Numbers_of_100000_digits_are_refused(string at, char digit, string message)
    {
        var number = "1" + new string(digit, 100_000);
        foreach (var json in new[] { number, $"1e{number}", $"1e-{number}", $"0.{number}", $"-{number}e-{number}" })
        {
            var error = Assert.Single(WithinBound(Documents.With(Documents.Demo, at, json)).Errors);
            Assert.Equal(at, error.Pointer);
            Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_widest_repeating_milestones_are_added_up_exactly_and_fast()
    {
        static string Milestones(int bonusOfTheLast) => $"[{string.Join(',', Enumerable.Range(0, 100).Select(n =>
            $$"""{"id":"m{{n}}","points":{{1_000_000_000 - n}},"repeats":true,"bonusPoints":{{(n == 99 ? bonusOfTheLast : 5_000_000)}}}"""))}]";

        // 99 shares of a little over 0.005, and the last one makes it a half, or just misses it.
        Assert.Empty(WithinBound(Documents.With(Documents.Minimal, "/milestones", Milestones(4_999_975))).Errors);
        Assert.Equal("/milestones", Assert.Single(WithinBound(Documents.With(Documents.Minimal, "/milestones", Milestones(4_999_976))).Errors).Pointer);
    }

    [Theory]
    [InlineData("/endsAt", "\"9999-12-31T23:59:59Z\"", "/endsAt")]
    [InlineData("/startsAt", "\"0001-01-01T00:00:00+14:00\"", "/startsAt")]
    [InlineData("/startsAt", "\"2026-06-01T00:00:00+99:99\"", "/startsAt")]
    [InlineData("/endsAt", "\"2026-05-01T00:00:00Z\"", "/endsAt")]
    [InlineData("/timeZone", "\"Mars/Olympus\"", "/timeZone")]
    [InlineData("/timeZone", "\"../../../../etc/passwd\"", "/timeZone")]
    [InlineData("/name", "\"\\ud800\"", "/name")]
    [InlineData("/name", "1e400", "/name")]
    [InlineData("/points/rules/0/points", "-1", "/points/rules/0/points")]
    [InlineData("/points/rules/0/points", "1e400", "/points/rules/0/points")]
    [InlineData("/points/rules/0/cooldownSeconds", "1e400", "/points/rules/0/cooldownSeconds")]
    [InlineData("/points/rules/0/eventType", "\"a\\udc00\"", "/points/rules/0/eventType")]
    [InlineData("/points/rules/0/when/0/value", "1e400", "/points/rules/0/when/0/value")]
    [InlineData("/points/maxPointsPerUser/0/points", "-1", "/points/maxPointsPerUser/0/points")]
    [InlineData("/milestones/2/count", "-10", "/milestones/2/count")]
    [InlineData("/streak/bonuses/0/days", "1e400", "/streak/bonuses/0/days")]
    [InlineData("/instantWin/tiers/0/quantity", "0", "/instantWin/tiers/0/quantity")]
    [InlineData("/instantWin/tiers/0/odds", "1.1", "/instantWin/tiers/0/odds")]
    [InlineData("/instantWin/tiers/0/odds", "-1e400", "/instantWin/tiers/0/odds")]
    [InlineData("/instantWin/tiers/0/odds", "1", "/instantWin/tiers")]
    [InlineData("/referrals/referrerPoints", "-200", "/referrals/referrerPoints")]
    [InlineData("/branding/logoUrl", "\"javascript:alert(1)//https://\"", "/branding/logoUrl")]
    public void A_single_hostile_value_is_refused_where_it_stands(string at, string json, string place) =>
        Assert.Equal(place, Assert.Single(WithinBound(Documents.With(Documents.Demo, at, json)).Errors).Pointer);

    [Fact]
    public void Texts_of_200000_characters_are_refused()
    {
        foreach (var text in new[] { new string('a', 200_000), new string('\u0301', 90_000), string.Concat(Enumerable.Repeat("(a+)+$", 30_000)) })
        {
            foreach (var at in new[] { "/name", "/startsAt", "/timeZone", "/points/rules/0/id", "/points/rules/0/perUnit/field", "/instantWin/mode", "/codes", "/streak/eventTypes/0", "/branding/title", "/branding/color", "/branding/termsUrl" })
                Assert.Equal(at, Assert.Single(WithinBound(Documents.With(Documents.Demo, at, $"\"{text}\"")).Errors).Pointer);
        }
        // A message never repeats what may be that long.
        Assert.All(
            WithinBound(Documents.With(Documents.Demo, "/" + new string('x', 200_000), "1")).Errors,
            error => Assert.InRange(error.Message.Length, 1, 500));
    }

    private static DefinitionResult WithinBound(string document)
    {
        var utf8 = Encoding.UTF8.GetBytes(document);
        var (best, yardstick) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var tries = 1; ; tries++)
        {
            var watch = Stopwatch.StartNew();
            var result = CampaignDefinitionReader.Read(utf8);
            best = Min(best, watch.Elapsed);
            if (best <= Bound)
                return result;
            yardstick = Min(yardstick, OrdinaryDocuments());
            if (tries == Tries && best > Slowdown * yardstick)
                Assert.Fail($"It took {best}, and ordinary documents {yardstick}.");
            if (tries == Tries)
                return result;
        }

        static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
    }

    /// <summary>How long 256 KiB of them take.</summary>
    private static TimeSpan OrdinaryDocuments()
    {
        var utf8 = Encoding.UTF8.GetBytes(Documents.Demo);
        var watch = Stopwatch.StartNew();
        for (var read = 0; read < 256 * 1024; read += utf8.Length)
            CampaignDefinitionReader.Read(utf8);
        return watch.Elapsed;
    }
}
