namespace CampaignEngine.Simulation.Tests;

/// <param name="Violations">A sentence each; none when all is well.</param>
/// <param name="Hash">Of everything that happened, in order.</param>
/// <param name="Steps">Turns, passings of time, and bytes of entries and answers.</param>
/// <param name="Unknown">Answers that told their clients nothing.</param>
internal sealed record SimulationOutcome(
    int Seed, Twin Twin, IReadOnlyList<string> Violations, ulong Hash, long Steps, int Answers, int Unknown, int Kills, int Pauses)
{
    public string Report => $"""
        seed {Seed}: {Violations.Count} violations, {Answers} answers, {Unknown} unknown, {Kills} kills, {Pauses} pauses
        {string.Join('\n', Violations.Take(10))}
        Again: dotnet run --project tests/Simulation -- --seed {Seed} --count 1{(Twin == Twin.None ? "" : $" --twin {Twin}")}
        """;
}
