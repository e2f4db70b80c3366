using System.Globalization;

namespace CampaignEngine.Domain.Campaigns;

/// <summary>Times as requests and definitions write them: RFC 3339, and UTC when there is no offset.</summary>
public static class Rfc3339
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";
    private const int SecondsLength = 19;
    private const int MaxLength = 64;

    /// <summary>
    /// <c>2026-06-01T00:00:00+02:00</c>, with <c>Z</c>, <c>-00:00</c> or nothing for UTC, and with any fraction of a
    /// second, of which seven digits count. <c>T</c> and <c>Z</c> may be lower case. Leap seconds (:60) and offsets
    /// beyond 14 hours are refused: .NET has neither.
    /// </summary>
    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        moment = default;
        if (text.Length is < SecondsLength or > MaxLength)
            return false;
        var whole = text[..SecondsLength].Replace('t', 'T');
        if (!DateTime.TryParseExact(whole, Seconds, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return false;
        var rest = text.AsSpan(SecondsLength);
        if (!TryTakeFraction(ref rest, out var fraction) || !TryReadOffset(rest, out var offset))
            return false;

        var ticks = local.Ticks + fraction;
        var utcTicks = ticks - offset.Ticks;
        if (utcTicks < DateTime.MinValue.Ticks || utcTicks > DateTime.MaxValue.Ticks)
            return false;
        moment = new DateTimeOffset(ticks, offset);
        return true;
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || rest[0] != '.')
            return true;
        var digits = 1;
        var unit = TimeSpan.TicksPerSecond;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
        {
            unit /= 10;
            ticks += (rest[digits] - '0') * unit;
            digits++;
        }
        rest = rest[digits..];
        return digits > 1;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "" or "Z" or "z")
            return true;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':')
            return false;
        if (!TryTwoDigits(text[1..3], out var hours) || !TryTwoDigits(text[4..6], out var minutes) || minutes > 59)
            return false;
        offset = new TimeSpan(hours, minutes, 0);
        if (offset > TimeSpan.FromHours(14))
            return false;
        offset = text[0] == '-' ? -offset : offset;
        return true;
    }

    private static bool TryTwoDigits(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
