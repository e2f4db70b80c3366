using CampaignEngine.Grains.Streams;

namespace CampaignEngine.Grains.Codes;

/// <summary>
/// The unique keys of the stream of batches, each with a kind in its highest bit: the hash of a request's key loses one
/// bit, and so does a batch's id, whose highest is always 0 (it is a time).
/// </summary>
internal static class BatchKeys
{
    private static readonly UInt128 s_command = UInt128.One << 127;

    public static UInt128 OfCommand(UInt128 hash) => hash | s_command;

    public static UInt128 OfBatch(Guid batch) => StreamNames.KeyOf(batch) & ~s_command;
}
