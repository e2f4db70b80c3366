using BenchmarkDotNet.Running;
using CampaignEngine.Deciding;

// dotnet run -c Release --project bench/Deciding -- --filter '*'
BenchmarkSwitcher.FromTypes([typeof(DecidingEvents), typeof(CompilingDefinitions)]).Run(args);
