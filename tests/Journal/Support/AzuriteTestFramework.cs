using System.Reflection;
using CampaignEngine.Journal.Testing;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("CampaignEngine.Journal.Tests.Support.AzuriteTestFramework", "CampaignEngine.Journal.Tests")]

namespace CampaignEngine.Journal.Tests.Support;

/// <summary>
/// The usual framework, except that it decides at discovery whether tests that need Azurite are to run. The contract's
/// tests are plain facts of one abstract class and know nothing of backends, so only the class that a test is found in
/// (<see cref="NeedsAzuriteAttribute"/>) can tell, and xunit 2 has no way to skip a test that already runs.
/// </summary>
public sealed class AzuriteTestFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) =>
        new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Discoverer(IAssemblyInfo assembly, ISourceInformationProvider source, IMessageSink messages)
        : XunitTestFrameworkDiscoverer(assembly, source, messages)
    {
        protected override bool FindTestsForMethod(
            ITestMethod method, bool includeSourceInformation, IMessageBus bus, ITestFrameworkDiscoveryOptions options)
        {
            var needsAzurite = method.TestClass.Class.ToRuntimeType().GetCustomAttribute<NeedsAzuriteAttribute>() is not null;
            if (!needsAzurite || Azurite.SkipReason is not { } reason || !method.Method.GetCustomAttributes(typeof(FactAttribute)).Any())
                return base.FindTestsForMethod(method, includeSourceInformation, bus, options);

            var skipped = new XunitSkippedDataRowTestCase(
                DiagnosticMessageSink, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, reason);
            return ReportDiscoveredTestCase(skipped, includeSourceInformation, bus);
        }
    }
}
