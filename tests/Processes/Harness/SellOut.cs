namespace CampaignEngine.Processes.Tests.Harness;

/// <summary>I10: with nothing going wrong and nobody else playing, whoever plays wins exactly as long as a unit is free.</summary>
internal static class SellOut
{
    /// <returns>The violations.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(CampaignClient client, EventTraffic traffic)
    {
        const int Spare = 30;
        await client.AddStockAsync(Spare, "restock-last");
        List<string> violations = [];
        var remaining = await client.RemainingAsync();
        for (var number = 0; number <= remaining; number++)
        {
            var answer = await traffic.SendUntilKnownAsync($"late-{number}", "p-1", "same");
            var won = answer.Data is { } data && AnswerText.Read(data).WinCode is not null;
            if (won != number < remaining)
                violations.Add($"I10: with {remaining - number} units free a newcomer {(won ? "won" : "won nothing")}");
        }

        if (await client.RemainingAsync() is var left and not 0)
            violations.Add($"I10: {left} units are left of {remaining}, for which {remaining} users played");
        return violations;
    }
}
