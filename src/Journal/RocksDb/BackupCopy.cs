namespace CampaignEngine.Journal.RocksDb;

/// <summary>Makes a directory that opens as a journal out of a checkpoint.</summary>
internal static class BackupCopy
{
    /// <summary>A directory that a crash left behind, or that is being written; it is no backup.</summary>
    public const string Unfinished = ".unfinished";

    /// <param name="sequence">What the journal was acknowledged up to when the checkpoint was made.</param>
    /// <returns>Bytes that were written.</returns>
    /// <exception cref="IOException">It cannot be written, or there is something already; nothing is left behind.</exception>
    public static long Write(string checkpoint, string directory, ulong sequence, DateTimeOffset at)
    {
        if (Path.Exists(directory))
            throw new IOException("It is there already.");
        var unfinished = directory + Unfinished;
        try
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            var database = Directory.CreateDirectory(Path.Combine(unfinished, JournalDirectory.DatabaseName)).FullName;
            var bytes = Directory.GetFiles(checkpoint)
                .Where(file => Path.GetExtension(file) != ".log")
                .Sum(file => Copy(file, Path.Combine(database, Path.GetFileName(file))));
            MarkFile.Create(Path.Combine(unfinished, JournalDirectory.MarkName), sequence, at);
            // Only whole ones get the name.
            Directory.Move(unfinished, directory);
            return bytes;
        }
        catch
        {
            Remove(unfinished);
            throw;
        }
    }

    private static long Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        source.CopyTo(target, 1024 * 1024);
        target.Flush(flushToDisk: true);
        return target.Length;
    }

    private static void Remove(string directory)
    {
        try
        {
            if (Directory.Exists(directory))
                Directory.Delete(directory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Its name says what it is; why it could not be written is what must be told.
        }
    }
}
