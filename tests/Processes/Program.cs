using CampaignEngine.Processes.Tests.Harness;

namespace CampaignEngine.Processes.Tests;

/// <summary>The fault harness as a command. Ends with 0 (every invariant holds), 1 (one does not) or 64 (wrong arguments).</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [] or ["--help"])
        {
            Console.Out.WriteLine(HarnessOptions.Help);
            return 0;
        }

        HarnessOptions options;
        try
        {
            options = HarnessOptions.Read(args);
        }
        catch (FormatException exception)
        {
            Console.Error.WriteLine(exception.Message);
            Console.Error.WriteLine(HarnessOptions.Help);
            return 64;
        }

        if (options.StartAfter is { } entries)
            return await StartTimeRun.RunAsync(entries, Console.Out) ? 0 : 1;
        var report = await FaultRun.RunAsync(options, Console.Out);
        report.Print(Console.Out);
        return report.Holds ? 0 : 1;
    }
}
