using System.IO.MemoryMappedFiles;

namespace CampaignEngine.Journal.RocksDb;

/// <summary>
/// Remembers the sequence number of the newest acknowledged commit outside RocksDB. RocksDB's recovery may drop
/// acknowledged records at the end of its log without a word when a length there is damaged; then it recovers to a lower
/// number than this, and opening refuses. Memory-mapped, so that a store costs no system call and survives kill -9.
/// </summary>
internal sealed class MarkFile : IDisposable
{
    private const int FileLength = 4096;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte[] _slot = new byte[MarkSlot.Length];
    private int _next;

    private MarkFile(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, FileLength);
        _view = _file.CreateViewAccessor(0, FileLength);
    }

    public ulong Value { get; private set; }

    /// <summary>Makes a mark of 0 that is on disk, with all its blocks, when this returns: a store later must not need space.</summary>
    public static void Create(string path)
    {
        var bytes = new byte[FileLength];
        MarkSlot.Write(bytes, 0);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    /// <exception cref="JournalOpenException">No slot is valid.</exception>
    public static MarkFile Open(string path)
    {
        if (new FileInfo(path).Length != FileLength) throw Damaged(path);
        var mark = new MarkFile(path);
        if (mark.Load()) return mark;
        mark.Dispose();
        throw Damaged(path);
    }

    /// <summary>
    /// Writes the slot that does not hold the newest value: a kill in the middle leaves the other one. Called by one
    /// thread.
    /// </summary>
    public void Store(ulong value)
    {
        MarkSlot.Write(_slot, value);
        _view.WriteArray(Offset(_next), _slot, 0, MarkSlot.Length);
        _next = 1 - _next;
        Value = value;
    }

    public void Dispose()
    {
        _view.Flush();
        _view.Dispose();
        _file.Dispose();
    }

    private bool Load()
    {
        var found = false;
        for (var slot = 0; slot < 2; slot++)
        {
            _view.ReadArray(Offset(slot), _slot, 0, MarkSlot.Length);
            if (!MarkSlot.TryRead(_slot, out var value) || (found && value < Value)) continue;
            found = true;
            Value = value;
            _next = 1 - slot;
        }

        return found;
    }

    // In different disk sectors, so that a torn sector leaves one slot.
    private static long Offset(int slot) => slot * (FileLength / 2);

    private static JournalOpenException Damaged(string path) =>
        new($"The journal's mark file {path} is damaged, so nobody can tell whether the journal is complete. "
            + "Restore the journal's directory from a backup.");
}
