using System.Security.Cryptography;
using CampaignEngine.Domain.Forecasts;
using CampaignEngine.Gateway.Errors;
using CampaignEngine.Gateway.Requests;

namespace CampaignEngine.Gateway.Forecasts;

/// <param name="Seed">Below 2^53, so that every JSON reader keeps all its digits.</param>
internal sealed record ForecastRequest(Traffic Traffic, int Runs, ulong Seed);

/// <summary>Reads the body of a forecast.</summary>
internal static class ForecastReader
{
    private const int DefaultRuns = 1_000;
    private const long MaxSeed = (1L << 53) - 1;

    /// <returns>Null when <paramref name="details"/> says what is wrong.</returns>
    public static ForecastRequest? Read(ReadOnlyMemory<byte> body, List<ErrorDetail> details)
    {
        using var document = StrictJson.TryParse(body, out var fault);
        if (document is null)
        {
            details.Add(fault!);
            return null;
        }

        if (StrictObject.Of(document.RootElement, "", details) is not { } root)
            return null;
        var traffic = TrafficReader.ReadRequired(root);
        var runs = root.Whole("runs", root.Optional("runs"), 1, Forecaster.MaxRuns) ?? DefaultRuns;
        var seed = root.Whole("seed", root.Optional("seed"), 0, MaxSeed);
        root.RefuseOthers();
        return details.Count == 0 ? new ForecastRequest(traffic!, (int)runs, (ulong)(seed ?? AnySeed())) : null;
    }

    private static long AnySeed() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & MaxSeed;
}
