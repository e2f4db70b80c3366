using System.Text;
using CampaignEngine.Hosting.Starting;

namespace CampaignEngine.Hosting.Journals;

/// <summary>One line of text in a file that only its owner may read.</summary>
internal static class SecretFile
{
    /// <exception cref="StartErrorException">This user may not read it.</exception>
    public static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (UnauthorizedAccessException)
        {
            throw new StartErrorException($"The file {file} cannot be read by this user. Run the process as the file's owner.");
        }
    }

    public static void Create(string file, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        // Windows has no such modes; there the directory's access list decides who may read.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        // Renamed into place when it is on disk: a crash leaves no file, or a whole one.
        var unfinished = file + ".new";
        File.Delete(unfinished);
        using (var stream = new FileStream(unfinished, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(secret + "\n"));
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file);
    }
}
