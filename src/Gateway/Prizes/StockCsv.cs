using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CampaignEngine.Domain.Prizes;
using CampaignEngine.Gateway.Errors;

namespace CampaignEngine.Gateway.Prizes;

/// <summary>
/// Reads codes as text/csv: one a line, LF or CRLF, bare or quoted as in RFC 4180, perhaps under the header
/// <c>code</c> in any case. The tier and the units to add are in the query.
/// </summary>
internal static class StockCsv
{
    private const string Header = "code";

    private static readonly string[] Known = ["tier", "add"];

    /// <returns>Null when <paramref name="details"/> says what is wrong.</returns>
    public static AddStock? Read(ReadOnlyMemory<byte> body, IQueryCollection query, string slug, List<ErrorDetail> details)
    {
        details.AddRange(query.Keys.Except(Known).Select(name => new ErrorDetail("", $"the query must not have {name}; it may have tier and add")));
        var tier = query["tier"] is [{ Length: > 0 } name] ? name : null;
        if (tier is null)
            details.Add(new ErrorDetail("", "the query must name the tier once, as in ?tier=Gold"));
        if (!TryReadAdd(query, out var add))
            details.Add(new ErrorDetail("", $"add in the query must be a whole number from 0 to {PrizePool.MaxStocked}"));
        if (!Utf8.IsValid(body.Span))
            details.Add(new ErrorDetail("", "must be valid UTF-8"));
        if (details.Count > 0)
            return null;

        var (codes, first) = Lines(body);
        details.AddRange(PrizeCodes.Check(slug, codes, Where));
        return new AddStock(tier!, add, codes, Where);

        ErrorDetail Where(int code, string message) =>
            new("", code == 0 ? message : string.Create(CultureInfo.InvariantCulture, $"line {code + first - 1}: {message}"));
    }

    /// <returns>The codes, and the line of the first of them, from 1. A field that cannot be is left as it is written: it is no code.</returns>
    private static (string[] Codes, int First) Lines(ReadOnlyMemory<byte> body)
    {
        // Spreadsheets leave blank lines at the end.
        var text = Encoding.UTF8.GetString(body.Span).TrimStart('\ufeff').TrimEnd('\r', '\n');
        if (text.Length == 0)
            return ([], 1);
        var lines = text.Split('\n').Select(line => Unquote(line.EndsWith('\r') ? line[..^1] : line));
        return lines.First().Equals(Header, StringComparison.OrdinalIgnoreCase) ? ([.. lines.Skip(1)], 2) : ([.. lines], 1);
    }

    private static string Unquote(string field)
    {
        if (field is not ['"', .. var inner, '"'])
            return field.Contains(',', StringComparison.Ordinal) || field.Contains('"', StringComparison.Ordinal) ? "" : field;
        return inner.Replace("\"\"", "", StringComparison.Ordinal).Contains('"', StringComparison.Ordinal)
            ? ""
            : inner.Replace("\"\"", "\"", StringComparison.Ordinal);
    }

    private static bool TryReadAdd(IQueryCollection query, out long? add)
    {
        add = null;
        if (!query.TryGetValue("add", out var sent))
            return true;
        if (sent is not [{ } text] || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > PrizePool.MaxStocked)
            return false;
        add = number;
        return true;
    }
}
