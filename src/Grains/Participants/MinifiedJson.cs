namespace CampaignEngine.Grains.Participants;

/// <summary>Valid JSON without the white space between its tokens; everything else byte for byte.</summary>
internal static class MinifiedJson
{
    /// <param name="to">At least as long as <paramref name="json"/>.</param>
    /// <returns>Bytes written.</returns>
    public static int Write(ReadOnlySpan<byte> json, Span<byte> to)
    {
        var written = 0;
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            var character = json[i];
            if (!inString && character is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                continue;

            to[written++] = character;
            if (character == (byte)'"')
                inString = !inString;
            else if (inString && character == (byte)'\\')
                to[written++] = json[++i];
        }

        return written;
    }
}
