using Azure.Data.Tables;

namespace CampaignEngine.Journal.AzureTables;

/// <summary>
/// Bytes as an entity: the store takes 64 KiB a property and 1 MiB an entity, so they lie in D0, D1, D2 … An entry's row
/// also has the id of the commit that wrote it, by which a commit whose answer was lost is known again.
/// </summary>
internal static class TableRow
{
    public const int PropertyBytes = 64 * 1024;

    /// <summary>Bytes that one row may hold: 1 MiB, less the keys, the batch id and the names of 16 properties.</summary>
    public const int MaxBytes = 1024 * 1024 - 4 * 1024;

    private const string Batch = "Batch";
    private const int MaxProperties = 16;

    private static readonly string[] Names = [.. Enumerable.Range(0, MaxProperties).Select(i => $"D{i}")];

    // What a row weighs in a request: the part's headers and address, both keys, and for each property its name and type.
    private const int RequestBytes = 1400;
    private const int RequestBytesPerProperty = 64;

    /// <exception cref="AppendTooLargeException">More than <see cref="MaxBytes"/>.</exception>
    public static TableEntity Of(string partition, string rowKey, byte[] bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new AppendTooLargeException($"An entry or snapshot has {bytes.Length} bytes; Azure Tables takes {MaxBytes}. Nothing was written.");

        var entity = new TableEntity(partition, rowKey);
        if (bytes.Length <= PropertyBytes)
        {
            entity[Names[0]] = bytes;
            return entity;
        }

        for (int i = 0, start = 0; start < bytes.Length; i++, start += PropertyBytes)
            entity[Names[i]] = bytes[start..Math.Min(start + PropertyBytes, bytes.Length)];
        return entity;
    }

    /// <summary>What the row adds to a request, from above: bytes go as base64.</summary>
    public static int RequestSizeOf(int bytes) =>
        RequestBytes + (bytes + 2) / 3 * 4 + (bytes / PropertyBytes + 1) * (RequestBytesPerProperty + 4);

    /// <summary>Its bytes; empty when it has none.</summary>
    public static byte[] BytesOf(TableEntity entity)
    {
        if (!entity.ContainsKey(Names[1])) return entity.GetBinary(Names[0]) ?? [];
        using var bytes = new MemoryStream();
        for (var i = 0; i < MaxProperties && entity.GetBinary(Names[i]) is { } part; i++) bytes.Write(part);
        return bytes.ToArray();
    }

    public static Guid? BatchOf(TableEntity entity) => entity.GetGuid(Batch);

    public static void SetBatch(TableEntity entity, Guid batch) => entity[Batch] = batch;

    public static readonly string[] BatchOnly = [Batch];
    public static readonly string[] KeyOnly = ["RowKey"];
}
