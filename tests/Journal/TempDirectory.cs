namespace CampaignEngine.Journal.Tests;

internal sealed class TempDirectory : IDisposable
{
    private TempDirectory()
    {
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("campaign-journal-").FullName;

    public static TempDirectory Create() => new();

    public string Sub(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>All but the lock files, which are empty and held by who has the journal open.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var directory in Directory.GetDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, directory)));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            if (!System.IO.Path.GetFileName(file).Equals("lock", StringComparison.OrdinalIgnoreCase))
                File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file)));
        }
    }
}
