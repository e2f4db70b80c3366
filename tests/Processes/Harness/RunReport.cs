namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>What a run did, what it counted, and which invariants hold.</summary>
/// <param name="Did">Sentences.</param>
/// <param name="Violations">Each begins with the name of its invariant and a colon.</param>
/// <param name="Kept">Entries of participants in the journal.</param>
internal sealed record RunReport(IReadOnlyList<string> Did, IReadOnlyList<string> Violations, int Kept)
{
    private const int Shown = 10;

    private static readonly (string Name, string Meaning)[] s_invariants =
    [
        ("I1", "stock and totals add up"),
        ("I2", "a win code belongs to one claim of one participant"),
        ("I3", "total as served, in the summary and on the board is the sum of the entries"),
        ("I4", "every 200 is in the journal as it was shown"),
        ("I5", "a refusal left nothing behind"),
        ("I6", "an event id has one entry"),
        ("I7", "caps, plays and wins are never exceeded"),
        ("I8", "a key's answer never changes"),
        ("I9", "every unknown outcome became known"),
        ("I10", "nobody was told \"sold out\" while a unit was free"),
        ("I11", "a code gives points once"),
        ("I12", "checksum chains verify"),
        ("Time", "time never runs backwards"),
        ("Answer", "no answer that is not in the contract"),
        ("Process", "the process ends only when it must"),
    ];

    public bool Holds => Violations.Count == 0;

    public void Print(TextWriter output)
    {
        foreach (var sentence in Did)
            output.WriteLine(sentence);
        foreach (var (name, meaning) in s_invariants)
        {
            var violations = Violations.Where(violation => violation.StartsWith($"{name}:", StringComparison.Ordinal)).ToList();
            output.WriteLine($"{name,-8}{(violations.Count == 0 ? "holds" : $"VIOLATED {violations.Count} times"),-10} {meaning}");
            foreach (var violation in violations.Take(Shown))
                output.WriteLine($"        {violation}");
        }

        output.WriteLine(Holds ? "Every invariant holds." : $"{Violations.Count} violations.");
    }
}
