using System.Diagnostics;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>A tmpfs that can be made as small as what lies on it.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const string Roomy = "size=8g";
    private const int Tries = 20;

    private readonly string _path;

    private SmallDisk(string path) => _path = path;

    /// <returns>Null where it is not allowed.</returns>
    public static async Task<SmallDisk?> MountAsync(string path) =>
        await RunAsync("mount", "-t", "tmpfs", "-o", Roomy, "tmpfs", path) ? new SmallDisk(path) : null;

    /// <summary>Leaves no room.</summary>
    public async Task FillAsync()
    {
        for (var tries = 1; ; tries++)
        {
            var drive = new DriveInfo(_path);
            var used = drive.TotalSize - drive.TotalFreeSpace;
            if (await RunAsync("mount", "-o", $"remount,size={used / 1024}k", _path))
                return;
            // It grew meanwhile.
            if (tries == Tries)
                throw new InvalidOperationException($"{_path} cannot be made smaller.");
        }
    }

    public async Task EmptyAsync()
    {
        if (!await RunAsync("mount", "-o", $"remount,{Roomy}", _path))
            throw new InvalidOperationException($"{_path} cannot be made larger.");
    }

    public async ValueTask DisposeAsync() => await RunAsync("umount", _path);

    private static async Task<bool> RunAsync(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
