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

    // Between the two slots, which begin at 0 and in the middle.
    private const int BackupOffset = FileLength / 4;

    private const ulong MaxUnixMilliseconds = 253_402_300_799_999;

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

    /// <summary>When the backup was made that this mark belongs to; null in a journal that goes on where it was.</summary>
    public DateTimeOffset? BackupAt { get; private set; }

    /// <summary>Makes a mark of 0 that is on disk, with all its blocks, when this returns: a store later must not need space.</summary>
    public static void Create(string path) => Create(path, 0, backupAt: null);

    /// <param name="backupAt">Makes it the mark of a backup. It is kept here because nothing opens without a mark: it cannot get lost.</param>
    public static void Create(string path, ulong value, DateTimeOffset? backupAt)
    {
        var bytes = new byte[FileLength];
        MarkSlot.Write(bytes, value);
        if (backupAt is { } at) MarkSlot.Write(bytes.AsSpan(BackupOffset), (ulong)at.ToUnixTimeMilliseconds());
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

    /// <summary>On disk when it returns.</summary>
    public void ForgetBackup()
    {
        _view.WriteArray(BackupOffset, new byte[MarkSlot.Length], 0, MarkSlot.Length);
        _view.Flush();
        BackupAt = null;
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

        return found && LoadBackup();
    }

    private bool LoadBackup()
    {
        _view.ReadArray(BackupOffset, _slot, 0, MarkSlot.Length);
        if (!_slot.AsSpan().ContainsAnyExcept((byte)0)) return true;
        if (!MarkSlot.TryRead(_slot, out var value) || value > MaxUnixMilliseconds) return false;
        BackupAt = DateTimeOffset.FromUnixTimeMilliseconds((long)value);
        return true;
    }

    // In different disk sectors, so that a torn sector leaves one slot.
    private static long Offset(int slot) => slot * (FileLength / 2);

    private static JournalOpenException Damaged(string path) =>
        new($"The journal's mark file {path} is damaged, so nobody can tell whether the journal is complete. "
            + "Restore the journal's directory from a backup.");
}
