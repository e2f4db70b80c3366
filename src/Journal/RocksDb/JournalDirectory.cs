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

    public string Path { get; }
    public string Database => System.IO.Path.Combine(Path, "rocksdb");
    public string Mark => System.IO.Path.Combine(Path, "mark");

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

    public void Dispose() => _lock.Dispose();
}
