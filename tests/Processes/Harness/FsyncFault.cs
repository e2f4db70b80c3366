using CampaignEngine.Hosting.Health;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>From some fsync on every one fails. The process must stop: what an fsync failed on may be lost.</summary>
internal sealed class FsyncFault(Member engine, History history) : IFault
{
    private const string Strace = "/usr/bin/strace";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public static bool IsPossible => File.Exists(Strace);

    public string Name => HarnessOptions.Fsync;

    public async Task InjectAsync(Random random)
    {
        await engine.KillAsync();
        engine.StartUnder(
            Strace, "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=fsync,fdatasync",
            "-e", $"inject=fsync,fdatasync:error=EIO:when={50 + random.Next(500)}+");
        if (await ForcedStop.ExitCodeAsync(engine, s_patience) is var exit && exit != FailStop.ExitCode)
            history.AddViolation($"Process: fsync failed, and the process {(exit is null ? "goes on" : $"ended with {exit}")}");
        await engine.StartAndWaitAsync();
    }
}
