namespace CampaignEngine.Journal.RocksDb;

/// <summary>The files of a journal: RocksDB's own directory, and beside it the mark and the lock.</summary>
internal sealed class JournalDirectory : IDisposable
{
    private readonly FileStream _lock;

    private JournalDirectory(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    public const string DatabaseName = "rocksdb";
    public const string MarkName = "mark";

    public string Path { get; }
    public string Database => System.IO.Path.Combine(Path, DatabaseName);
    public string Mark => System.IO.Path.Combine(Path, MarkName);

    /// <summary>Is there only while a backup is made; on the journal's own disk, because files are linked into it.</summary>
    public string Checkpoint => System.IO.Path.Combine(Path, "checkpoint");

    // RocksDB's CURRENT names the manifest; it comes last when a database is made.
    public bool HasDatabase => File.Exists(System.IO.Path.Combine(Database, "CURRENT"));

    /// <exception cref="JournalOpenException">Another process has it open, or the directory cannot be used.</exception>
    public static JournalDirectory Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(path);
            var file = new FileStream(
                System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            return new JournalDirectory(path, file);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && Directory.Exists(path))
        {
            throw new JournalOpenException(
                $"The journal in {path} is in use by another process. One process at a time may have it open: stop the other one, "
                + "or give this one another Journal:Path.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new JournalOpenException($"The journal's directory {path} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Links take no space until what they link to is rewritten: what cannot be removed now is removed when it is opened next.</summary>
    public void RemoveCheckpoint()
    {
        try
        {
            // RocksDB makes it under another name first.
            foreach (var left in Directory.GetDirectories(Path, "checkpoint*"))
                Directory.Delete(left, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nobody needs it any more; the next backup says if it is in the way.
        }
    }

    public void Dispose() => _lock.Dispose();
}
