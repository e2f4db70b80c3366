using CampaignEngine.Verify.Downloads;
using CampaignEngine.Verify.Files;

namespace CampaignEngine.Verify;

/// <summary>Verifies an export, or downloads one. Ends with 0 (good), 1 (something is wrong) or 2 (could not be read).</summary>
public static class Program
{
    private const string Usage = $"""
        verify fairness.json export.jsonl
            checks a campaign's export against its fairness document
        verify export --url http://127.0.0.1:5080 --slug summer-promo --out directory
            downloads both into the directory; the API key is taken from the environment variable {ExportDownload.KeyVariable}
        """;

    public static async Task<int> Main(string[] args)
    {
        try
        {
            switch (args)
            {
                case ["export", .. var options] when ExportDownload.Read(options) is { } download:
                    await download.RunAsync(Console.Out);
                    return 0;
                case [var fairness, var export] when fairness != "export":
                    return Verify(fairness, export);
                default:
                    Console.Error.WriteLine(Usage);
                    return 2;
            }
        }
        catch (Exception exception) when (exception is UnreadableException or IOException or UnauthorizedAccessException or HttpRequestException)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
    }

    private static int Verify(string fairness, string export)
    {
        using var file = new FileStream(export, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 20, FileOptions.SequentialScan);
        var report = Verifier.Verify(FairnessFile.Read(File.ReadAllBytes(fairness)), file);
        foreach (var finding in report.Findings)
            Console.Out.WriteLine(finding);
        foreach (var note in report.Notes)
            Console.Out.WriteLine($"Note: {note}");
        Console.Out.WriteLine(
            $"{report.Participants} participants with {report.ParticipantEntries} entries, {report.PoolEntries} entries of the pool, "
            + $"{report.CampaignEntries} of the campaign; {report.Draws} draws computed. Digest {report.Digest}.");
        Console.Out.WriteLine(report.IsGood ? "Everything fits." : $"{report.FindingCount} findings.");
        return report.IsGood ? 0 : 1;
    }
}
