namespace CampaignEngine.Gateway.Tests.Support;

/// <summary>For tests of what the whole process does, other tests' hosts included: who listens to its spans or measures it runs alone.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;
