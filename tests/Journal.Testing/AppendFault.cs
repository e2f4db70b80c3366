namespace CampaignEngine.Journal.Testing;

/// <summary>What happens to one append.</summary>
/// <param name="Before">Runs before the inner append; when it throws, nothing is written.</param>
/// <param name="After">Runs after the inner append has committed; when it throws, the caller does not learn that.</param>
public sealed record AppendFault(Func<Task>? Before = null, Func<Task>? After = null)
{
    /// <summary>The write never happens and the caller is told that nobody knows.</summary>
    public static AppendFault ThrowsWithoutCommitting { get; } = new(Before: Unknown);

    /// <summary>The write happens and the caller is told that nobody knows.</summary>
    public static AppendFault CommitsAndThrows { get; } = new(After: Unknown);

    public static AppendFault PausesBefore(Gate gate) => new(Before: gate.PassAsync);

    public static AppendFault PausesAfter(Gate gate) => new(After: gate.PassAsync);

    /// <summary>A slow store: the write happens after the delay.</summary>
    public static AppendFault Delays(TimeSpan delay, TimeProvider time) => new(Before: () => Task.Delay(delay, time));

    private static Task Unknown() => Task.FromException(new OutcomeUnknownException("A test says that the outcome is unknown."));
}
