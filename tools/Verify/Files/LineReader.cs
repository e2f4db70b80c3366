namespace CampaignEngine.Verify.Files;

/// <summary>Lines of a stream as bytes, one at a time, without their ends.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>A definition of 256 KiB, as JSON and as base64, with room.</summary>
    private const int MaxLineBytes = 16 * 1024 * 1024;

    private byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next line, valid until the next call, or null at the end.</summary>
    /// <exception cref="UnreadableException">A line without end.</exception>
    public ReadOnlyMemory<byte>? Next()
    {
        for (var searched = _start; ;)
        {
            var found = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (found >= 0)
                return Take(searched + found, skip: 1);

            searched = _end - _start;
            MakeRoom();
            searched += _start;
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0 && _start == _end)
                return null;
            if (read == 0)
                return Take(_end, skip: 0);
            _end += read;
        }
    }

    private ReadOnlyMemory<byte> Take(int end, int skip)
    {
        var line = _buffer.AsMemory(_start, end - _start);
        _start = end + skip;
        return line;
    }

    private void MakeRoom()
    {
        if (_end < _buffer.Length)
            return;
        var rest = _buffer.AsSpan(_start, _end - _start);
        if (rest.Length > MaxLineBytes)
            throw new UnreadableException($"The export has a line of more than {MaxLineBytes} bytes.");
        var target = rest.Length > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        rest.CopyTo(target);
        (_end, _start, _buffer) = (rest.Length, 0, target);
    }
}
