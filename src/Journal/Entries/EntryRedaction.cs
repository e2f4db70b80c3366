namespace CampaignEngine.Journal.Entries;

/// <summary>Takes the person out of an entry: salt, personal part and the names in its summary go; what the chain covers stays.</summary>
internal static class EntryRedaction
{
    /// <summary>The row without the person, or null when nothing personal is left in it.</summary>
    /// <exception cref="InvalidDataException">These bytes are no entry.</exception>
    public static byte[]? Redact(byte[] bytes)
    {
        var row = new EntryRow(bytes);
        var summary = row.HasSummary ? SummaryCodec.Read(row.SummaryBytes) : null;
        var named = summary is { UserId.Length: > 0 } or { DisplayName.Length: > 0 };
        if (row.Personality != EntryRow.PersonalKept && !named) return null;

        summary = summary is null ? null : summary with { UserId = "", DisplayName = "" };
        var redacted = new byte[row.HashEnd + (summary is null ? 0 : SummaryCodec.SizeOf(summary))];
        row.Bytes[..row.HashEnd].CopyTo(redacted);
        if (row.Personality == EntryRow.PersonalKept)
            redacted[1] = (byte)((redacted[1] & ~EntryRow.PersonalMask) | EntryRow.PersonalBlanked);
        if (summary is not null) SummaryCodec.Write(redacted.AsSpan(row.HashEnd), summary);
        return redacted;
    }
}
