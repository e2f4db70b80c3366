using System.Buffers.Binary;

namespace CampaignEngine.Journal.Tests.RocksDb;

/// <summary>
/// Where records begin in a log of RocksDB: blocks of 32 KiB, each record with a checksum (4), a length (2), a type (1)
/// and, in logs that may be written over, the number of the log (4) before it.
/// </summary>
internal static class LogRecords
{
    private const int BlockLength = 32 * 1024;
    private const int HeaderLength = 7 + 4;

    /// <summary>Whole, first, middle and last part of a record, each with the number of the log.</summary>
    private const byte FirstType = 5, LastType = 8;

    public static List<int> OffsetsInLastBlock(ReadOnlySpan<byte> log)
    {
        var offsets = new List<int>();
        for (var at = 0; at + HeaderLength <= log.Length;)
        {
            var left = BlockLength - at % BlockLength;
            if (left < HeaderLength)
            {
                at += left;
                continue;
            }

            Assert.InRange(log[at + 6], FirstType, LastType);
            offsets.Add(at);
            at += HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(log[(at + 4)..]);
        }

        var lastBlock = (log.Length - 1) / BlockLength * BlockLength;
        return offsets.FindAll(offset => offset >= lastBlock);
    }
}
