using System.Security.Cryptography;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Forecasts;

/// <param name="Seed">Below 2^53, so that every JSON reader keeps all its digits.</param>
internal sealed record ForecastRequest(Traffic Traffic, int Runs, ulong Seed);

/// <summary>Reads the body of a forecast.</summary>
internal static class ForecastReader
{
    private const int DefaultRuns = 1_000;
    private const long MaxSeed = (1L << 53) - 1;

    /// <returns>Null when the members say what is wrong.</returns>
    public static ForecastRequest? Read(StrictObject members)
    {
        var traffic = TrafficReader.ReadRequired(members);
        var runs = members.Whole("runs", members.Optional("runs"), 1, Forecaster.MaxRuns) ?? DefaultRuns;
        var seed = members.Whole("seed", members.Optional("seed"), 0, MaxSeed);
        return traffic is null ? null : new ForecastRequest(traffic, (int)runs, (ulong)(seed ?? AnySeed()));
    }

    private static long AnySeed() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & MaxSeed;
}
