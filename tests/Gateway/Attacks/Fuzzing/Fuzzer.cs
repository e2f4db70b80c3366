namespace CampaignEngine.Gateway.Tests.Attacks.Fuzzing;

/// <summary>Makes a bad request of a good one; the same seed makes the same.</summary>
internal static class Fuzzer
{
    public static FuzzRequest Mutate(IReadOnlyList<FuzzRequest> examples, int seed)
    {
        var dice = new Dice(seed);
        var request = dice.Of(examples).Copy();
        for (var changes = 1 + dice.Below(3); changes > 0; changes--)
            Change(request, dice);
        return request;
    }

    private static void Change(FuzzRequest request, Dice dice)
    {
        switch (dice.Below(16))
        {
            case < 6 when request.Body is not null:
                request.Body = JsonMutations.Apply(request.Body, dice) ?? ByteMutations.Apply(request.Body, dice);
                break;
            case < 8 when request.Body is not null:
                request.Body = ByteMutations.Apply(request.Body, dice);
                break;
            case < 11:
                TargetMutations.Apply(request, dice);
                break;
            case < 14:
                HeadMutations.Apply(request, dice);
                break;
            case 14:
                HeadMutations.MakeRaw(request, dice);
                break;
            default:
                TargetMutations.MakeRaw(request, dice);
                break;
        }
    }
}
