using BenchmarkDotNet.Attributes;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Deciding;

[MemoryDiagnoser, MinColumn, MedianColumn, InProcess]
public class CompilingDefinitions
{
    private readonly CampaignId _id = new(Guid.NewGuid(), CampaignEnvironment.Test, Guid.NewGuid());

    [Benchmark(Description = "compile 20 rules, 10 milestones, streak, 5 tiers")]
    public Campaign Compile() => Campaign.Compile(_id, "large", 1, LargeCampaign.Definition);
}
