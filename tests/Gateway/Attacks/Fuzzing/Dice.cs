namespace CampaignEngine.Gateway.Tests.Attacks.Fuzzing;

/// <summary>Choices that a seed decides.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>From 0, below the number.</summary>
    public int Below(int number) => _random.Next(number);

    public bool OneIn(int number) => _random.Next(number) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
