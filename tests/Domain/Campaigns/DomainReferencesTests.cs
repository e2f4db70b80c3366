using System.Runtime.InteropServices;
using CampaignEngine.Domain.Campaigns;

namespace CampaignEngine.Domain.Tests.Campaigns;

public class DomainReferencesTests
{
    [Fact]
    public void The_domain_references_nothing_but_the_runtime()
    {
        var runtime = Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll")
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet();
        var references = typeof(Campaign).Assembly.GetReferencedAssemblies();

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));
        Assert.All(references, reference => Assert.Contains(reference.Name, runtime));
    }
}
