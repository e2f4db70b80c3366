using CampaignEngine.Gateway.Health;
using CampaignEngine.Hosting.Admin;
using CampaignEngine.Hosting.Journals;

namespace CampaignEngine.Gateway.Demo;

/// <summary>Tells whoever started the process where everything is.</summary>
internal sealed class StartBanner(ListenAddresses addresses, JournalOptions journal, AdminAccess admin)
{
    public void Print(TextWriter output, DemoState demo)
    {
        output.WriteLine($"{EngineVersion.Name} {EngineVersion.Number} listens on {string.Join(" and ", addresses.All)}");
        output.WriteLine($"Journal: {journal.Location}");
        if (admin.File is { } file)
            output.WriteLine($"Admin token: in {file}");
        if (demo == DemoState.Planted)
            PrintDemo(output);
        else if (demo == DemoState.NotLoopback)
            output.WriteLine("No demo app: it is made only when the process listens on loopback, because everybody knows its key.");
    }

    private void PrintDemo(TextWriter output)
    {
        output.WriteLine($"Demo key: {DemoApp.Key}");
        output.WriteLine("Try, in the directory of the repository:");
        // Double quotes only, on one line: bash, cmd and PowerShell 7 all read it the same way.
        output.WriteLine(
            $"curl -X POST {addresses.All.First()}/v1/campaigns/{DemoApp.Campaign}/events -H \"X-API-Secret: {DemoApp.Key}\" " +
            "-H \"Content-Type: application/json\" -d \"@examples/purchase.json\"");
    }
}
