using System.Buffers;
using CampaignEngine.Journal;
using Orleans.Serialization;

namespace CampaignEngine.Grains.Streams;

/// <summary>
/// How entries, personal parts and snapshots are kept: storage records in Orleans' versioned wire format, which
/// golden-bytes tests freeze.
/// </summary>
public sealed class EntryCodec(Serializer serializer)
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    public ReadOnlyMemory<byte> Encode<T>(T value)
    {
        var buffer = t_buffer ??= new ArrayBufferWriter<byte>(1024);
        buffer.ResetWrittenCount();
        serializer.Serialize(value, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="JournalDamagedException">The bytes are not such a record.</exception>
    public T Decode<T>(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return serializer.Deserialize<T>(bytes) ?? throw new InvalidDataException("The record is null.");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new JournalDamagedException($"A stored {typeof(T).Name} cannot be read.", exception);
        }
    }
}
