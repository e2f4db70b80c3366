using System.Text;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>Lines and pieces of known length, from one stream.</summary>
internal sealed class RawReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Without its end; null when there is none.</summary>
    public async Task<string?> ReadLineAsync()
    {
        using var line = new MemoryStream();
        while (_start < _end || await FillAsync())
        {
            var newline = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var taken = newline < 0 ? _end - _start : newline;
            line.Write(_buffer, _start, taken);
            _start += newline < 0 ? taken : taken + 1;
            if (newline >= 0)
                return Encoding.Latin1.GetString(line.ToArray()).TrimEnd('\r');
        }

        return line.Length == 0 ? null : throw new EndOfStreamException("The connection ended in a line.");
    }

    /// <exception cref="EndOfStreamException">There is less.</exception>
    public async Task<byte[]> ReadAsync(int length)
    {
        var bytes = new byte[length];
        for (var read = 0; read < length;)
        {
            if (_start == _end && !await FillAsync())
                throw new EndOfStreamException($"The connection ended after {read} bytes of {length}.");
            var taken = Math.Min(length - read, _end - _start);
            _buffer.AsSpan(_start, taken).CopyTo(bytes.AsSpan(read));
            (_start, read) = (_start + taken, read + taken);
        }

        return bytes;
    }

    public async Task<byte[]> ReadToEndAsync()
    {
        using var all = new MemoryStream();
        while (_start < _end || await FillAsync())
        {
            all.Write(_buffer, _start, _end - _start);
            _start = _end;
        }

        return all.ToArray();
    }

    private async Task<bool> FillAsync()
    {
        _start = 0;
        _end = await stream.ReadAsync(_buffer);
        return _end > 0;
    }
}
