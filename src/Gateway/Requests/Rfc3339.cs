using System.Globalization;

namespace CampaignEngine.Gateway.Requests;

/// <summary>
/// Reads <c>2026-06-01T12:30:00.5+02:00</c>. Without an offset it is UTC. What .NET's own parser accepts beyond that
/// (dates alone, times without seconds, this machine's time zone) is refused.
/// </summary>
public static class Rfc3339
{
    private const int DateAndTimeLength = 19;
    private const int OffsetLength = 6;

    /// <summary>Digits of a second beyond these do not fit into a tick and are cut.</summary>
    private const int MaxFractionDigits = 7;

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        return text.Length >= DateAndTimeLength
            && text[10] is 'T' or 't'
            && TryReadDateAndTime(text[..DateAndTimeLength], out var local)
            && TryReadFraction(text = text[DateAndTimeLength..], out var fraction, out var length)
            && TryReadOffset(text[length..], out var offset)
            && TryMove(local.Ticks + fraction - offset.Ticks, out time);
    }

    private static bool TryReadDateAndTime(ReadOnlySpan<char> text, out DateTime local)
    {
        Span<char> upper = stackalloc char[DateAndTimeLength];
        text.ToUpperInvariant(upper);
        return DateTime.TryParseExact(upper, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out local);
    }

    private static bool TryReadFraction(ReadOnlySpan<char> text, out long ticks, out int length)
    {
        (ticks, length) = (0, 0);
        if (text is not ['.', ..])
            return true;

        var digits = text[1..].IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = text.Length - 1;
        for (var place = 0; place < MaxFractionDigits; place++)
            ticks = (ticks * 10) + (place < digits ? text[1 + place] - '0' : 0);

        length = 1 + digits;
        return digits > 0;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is [] or ['Z' or 'z'])
            return true;
        if (text.Length != OffsetLength || text[0] is not ('+' or '-') || text[3] != ':')
            return false;
        if (!TryReadTwoDigits(text[1..3], 23, out var hours) || !TryReadTwoDigits(text[4..6], 59, out var minutes))
            return false;

        offset = new TimeSpan(hours, minutes, 0);
        if (text[0] == '-')
            offset = -offset;
        return true;
    }

    private static bool TryReadTwoDigits(ReadOnlySpan<char> text, int max, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= max;

    private static bool TryMove(long utcTicks, out DateTimeOffset time)
    {
        var fits = utcTicks >= DateTime.MinValue.Ticks && utcTicks <= DateTime.MaxValue.Ticks;
        time = fits ? new DateTimeOffset(utcTicks, TimeSpan.Zero) : default;
        return fits;
    }
}
