using System.Text;

namespace CampaignEngine.Gateway.Wins;

/// <summary>A line of a CSV file (RFC 4180) that a spreadsheet shows and does not run.</summary>
internal static class CsvLine
{
    /// <summary>What makes a cell a formula when it comes first; a tab and a carriage return are skipped by some before they look.</summary>
    private const string FormulaStarts = "=+-@\t\r\n";

    private static readonly System.Buffers.SearchValues<char> s_quoted = System.Buffers.SearchValues.Create(",\"\r\n");

    public static void Append(StringBuilder text, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                text.Append(',');
            AppendCell(text, cells[i] ?? "");
        }

        text.Append("\r\n");
    }

    private static void AppendCell(StringBuilder text, string cell)
    {
        // An apostrophe tells a spreadsheet that what follows is text.
        if (cell.Length > 0 && FormulaStarts.Contains(cell[0]))
            cell = $"'{cell}";
        if (cell.AsSpan().ContainsAny(s_quoted))
            text.Append('"').Append(cell.Replace("\"", "\"\"")).Append('"');
        else
            text.Append(cell);
    }
}
