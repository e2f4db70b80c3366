using System.Diagnostics;

namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>A command of the documentation, run as a reader's shell would run it.</summary>
internal static class ShellCommand
{
    /// <summary>In the directory of the repository.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> RunAsync(string command)
    {
        var (shell, option) = OperatingSystem.IsWindows() ? ("cmd", "/c") : ("sh", "-c");
        using var process = Process.Start(new ProcessStartInfo(shell, [option, command])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}: {await errors}");
        return output;
    }
}
