using System.Globalization;

namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>What the harness is asked to do.</summary>
internal sealed record HarnessOptions
{
    public const string Kill = "kill", Pause = "pause", Cut = "cut", Disk = "disk", Fsync = "fsync";

    public const string Help = """
        dotnet run --project tests/Processes -- --faults kill,pause,cut --minutes 5 --seed 7

        Starts an engine, sends it events and codes, injects faults, heals, sends what nobody knows again, stops the engine,
        and checks every invariant of docs/reliability.md on the rows of its journal and on the answers that clients saw.

          --faults LIST     of these, separated by commas:
                              kill   kill -9 at any moment, also while it starts, and start again
                              pause  the process is stopped (SIGSTOP) for 1-20 s and continued
                              cut    a proxy between clients and engine breaks connections, holds bytes back, drops answers
                              disk   the journal's disk is full for a while
                              fsync  fsync fails (needs strace)
          --minutes N       for how long; fractions are allowed (default 1)
          --seed N          of the requests and of the schedule of faults (default: a new one, which is printed)
          --kills N         kill -9 this often instead of for some minutes
          --start-after N   only this: times the start after kill -9 of an engine with so many entries, in thousands
        """;

    private static readonly string[] s_known = [Kill, Pause, Cut, Disk, Fsync];

    public required IReadOnlyList<string> Faults { get; init; }

    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(1);

    public required int Seed { get; init; }

    /// <summary>When set, the run ends with the last of these kills, however long it takes.</summary>
    public int? Kills { get; init; }

    /// <summary>When set, only the start of an engine with so many entries is timed.</summary>
    public int? StartAfter { get; init; }

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The longest time between two faults of the process.</summary>
    public TimeSpan LongestCalm { get; init; } = TimeSpan.FromSeconds(2);

    public int Workers { get; init; } = 16;

    /// <exception cref="FormatException">The message says which argument is wrong.</exception>
    public static HarnessOptions Read(string[] args)
    {
        var read = new HarnessOptions { Faults = [], Seed = Random.Shared.Next() };
        for (var i = 0; i < args.Length; i += 2)
        {
            var (name, value) = (args[i], i + 1 < args.Length ? args[i + 1] : "");
            read = name switch
            {
                "--faults" => read with { Faults = [.. value.Split(',').Select(Known)] },
                "--minutes" => read with { Duration = TimeSpan.FromMinutes(Number(name, value, 0.1, 600)) },
                "--seed" => read with { Seed = (int)Number(name, value, 0, int.MaxValue) },
                "--kills" => read with { Faults = [Kill], Kills = (int)Number(name, value, 1, 100_000) },
                "--start-after" => read with { StartAfter = (int)Number(name, value, 1, 100_000) * 1000 },
                _ => throw new FormatException($"There is no option \"{name}\"."),
            };
        }

        return read;
    }

    private static string Known(string fault) =>
        s_known.Contains(fault) ? fault : throw new FormatException($"There is no fault \"{fault}\".");

    private static double Number(string name, string value, double least, double most) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{name} is \"{value}\". Write a number from {least} to {most}.");
}
