namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>The faults that were asked for.</summary>
internal static class Faults
{
    /// <summary>Those that the process takes one after another.</summary>
    public static IReadOnlyList<IFault> OfProcess(HarnessOptions options, Member engine, SmallDisk? disk, History history) =>
        [.. options.Faults.Where(fault => fault != HarnessOptions.Cut).Select<string, IFault>(fault => fault switch
        {
            HarnessOptions.Kill => new KillFault(engine),
            HarnessOptions.Pause => new PauseFault(engine, options.LongestPause),
            HarnessOptions.Disk => new DiskFault(engine, disk, history),
            HarnessOptions.Fsync when FsyncFault.IsPossible => new FsyncFault(engine, history),
            HarnessOptions.Fsync => throw new InvalidOperationException("strace is not installed."),
            _ => throw new ArgumentOutOfRangeException(nameof(options), fault, "Not a fault."),
        })];

    /// <summary>Those that the network has meanwhile.</summary>
    public static IReadOnlyList<IFault> OfNetwork(HarnessOptions options, CuttingProxy proxy) =>
        options.Faults.Contains(HarnessOptions.Cut) ? [new CutFault(proxy)] : [];
}
