namespace CampaignEngine.Gateway.Tests.Telemetry;

/// <summary>Spans are heard from the whole process, also those of other tests' hosts: who listens runs alone.</summary>
[CollectionDefinition(nameof(SpansOfTheProcess), DisableParallelization = true)]
public sealed class SpansOfTheProcess;
