using CampaignEngine.Hosting.Health;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>The journal's disk has no room for a while: the process must stop, and may start when there is room again.</summary>
/// <param name="disk">Null where none may be mounted: a limit on the size of files stands in for it.</param>
internal sealed class DiskFault(Member engine, SmallDisk? disk, History history) : IFault
{
    private const int FileLimit = 4096;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    // As in tests/Journal: the signal is ignored, so that the write fails as on a full disk.
    private static readonly string[] s_limited =
        ["-c", $"export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f {FileLimit}; exec \"$@\"", "bash"];

    public string Name => HarnessOptions.Disk;

    public async Task InjectAsync(Random random)
    {
        if (disk is null)
        {
            await engine.KillAsync();
            engine.StartUnder("bash", s_limited);
            // It may not even be able to open the journal, and then ends otherwise.
            await ForcedStop.ExitCodeAsync(engine, s_patience);
        }
        else
        {
            await disk.FillAsync();
            if (await ForcedStop.ExitCodeAsync(engine, s_patience) is not null and not FailStop.ExitCode and var exit)
                history.AddViolation($"Process: the disk was full, and the process ended with {exit}");
            await disk.EmptyAsync();
        }

        await engine.StartAndWaitAsync();
    }
}
