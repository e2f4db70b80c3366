using System.Buffers;
using System.Buffers.Binary;
using RocksDbSharp;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>
/// The rows of one append, encoded on the caller's thread into one pooled array, so that the committer's thread only
/// copies them. Each row: length of key, length of value (or <see cref="Deleted"/>), key, value.
/// </summary>
internal struct RowBuffer(int capacity) : IDisposable
{
    public const int Overhead = 8;
    private const int Deleted = -1;

    private byte[]? _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    /// <returns>Where the value is to be written.</returns>
    public Span<byte> Put(int keyLength, int valueLength, out Span<byte> key)
    {
        var row = _bytes.AsSpan(Length, Overhead + keyLength + valueLength);
        BinaryPrimitives.WriteInt32LittleEndian(row, keyLength);
        BinaryPrimitives.WriteInt32LittleEndian(row[4..], valueLength);
        key = row.Slice(Overhead, keyLength);
        Length += row.Length;
        return row[(Overhead + keyLength)..];
    }

    public Span<byte> Delete(int keyLength)
    {
        Put(keyLength, 0, out var key);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(Length - keyLength - 4), Deleted);
        return key;
    }

    public readonly void CopyTo(WriteBatch batch)
    {
        ReadOnlySpan<byte> rest = _bytes.AsSpan(0, Length);
        while (!rest.IsEmpty)
        {
            var keyLength = BinaryPrimitives.ReadInt32LittleEndian(rest);
            var valueLength = BinaryPrimitives.ReadInt32LittleEndian(rest[4..]);
            var key = rest.Slice(Overhead, keyLength);
            rest = rest[(Overhead + keyLength)..];
            if (valueLength == Deleted)
            {
                batch.Delete(key);
                continue;
            }

            batch.Put(key, rest[..valueLength]);
            rest = rest[valueLength..];
        }
    }

    public void Dispose()
    {
        if (_bytes is null) return;
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = null;
    }
}
