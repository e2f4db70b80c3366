using CsCheck;

namespace CampaignEngine.Domain.Tests;

/// <summary>
/// Random cases against a naive model. What fails is shrunk and printed with its seed; docs/reliability.md says how to run
/// it again and how to run more.
/// </summary>
internal static class Model
{
    // What is passed to Sample counts more than the environment, so it is passed only where the environment says nothing.
    private static readonly bool SaysHowMany = IsSet("CsCheck_Iter") || IsSet("CsCheck_Time");
    private static readonly int Threads = IsSet("CsCheck_Threads") ? -1 : 1;

    /// <param name="run">Throws when the domain and its model differ.</param>
    /// <param name="times">How many cases, with fresh seeds each time.</param>
    public static void Holds<T>(Gen<T> cases, Action<T> run, int times) =>
        cases.Sample(run, iter: SaysHowMany ? -1 : times, threads: Threads);

    /// <summary>That a model can fail: something wrong must be noticed within a thousand cases.</summary>
    public static void Catches<T>(Gen<T> cases, Action<T> runsWrong) =>
        Assert.Throws<CsCheckException>(() => cases.Sample(runsWrong, iter: 1_000, threads: 1));

    /// <summary>The same cases each time, to show what the generator covers.</summary>
    public static IEnumerable<T> Same<T>(Gen<T> cases, int count)
    {
        var random = new PCG(1, 1);
        for (var i = 0; i < count; i++)
            yield return cases.Generate(random, null, out _);
    }

    private static bool IsSet(string name) => Environment.GetEnvironmentVariable(name) is not null;
}
