using System.Globalization;

namespace CampaignEngine.Simulation.Tests;

/// <param name="Seed">The first seed; the others follow it.</param>
/// <param name="Time">How long, or null when <paramref name="Count"/> says how many.</param>
internal sealed record SimulationOptions(int Seed, TimeSpan? Time, int? Count, Twin Twin)
{
    /// <summary>One minute from a fresh seed where nothing else is said; null when the arguments are no options.</summary>
    public static SimulationOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new SimulationOptions(Random.Shared.Next(1_000_000_000), TimeSpan.FromMinutes(1), Count: null, Twin.None);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (arguments[i] == "--twin" && i + 1 < arguments.Count && Enum.TryParse<Twin>(arguments[i + 1], out var twin))
            {
                options = options with { Twin = twin };
                continue;
            }

            if (i + 1 == arguments.Count || !double.TryParse(arguments[i + 1], CultureInfo.InvariantCulture, out var value) || value < 0)
                return null;
            switch (arguments[i])
            {
                case "--seed":
                    options = options with { Seed = (int)value };
                    break;
                case "--minutes":
                    options = options with { Time = TimeSpan.FromMinutes(value), Count = null };
                    break;
                case "--count":
                    options = options with { Time = null, Count = (int)value };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    public IEnumerable<int> Seeds(Func<TimeSpan> elapsed)
    {
        for (var i = 0; Count is { } count ? i < count : elapsed() < Time; i++)
            yield return Seed + i;
    }
}
