using CampaignEngine.Verify.Files;

namespace CampaignEngine.Verify.Downloads;

/// <summary>Fetches export and fairness document of a campaign.</summary>
/// <param name="Url">Where the engine listens.</param>
/// <param name="Directory">Gets <c>export.jsonl</c> and <c>fairness.json</c>.</param>
internal sealed record ExportDownload(Uri Url, string Slug, string Directory)
{
    /// <summary>Holds the API key, which must have both scopes. Not an argument, because every user of a machine sees those.</summary>
    public const string KeyVariable = "CAMPAIGN_API_KEY";

    /// <summary>Null when the options are not those that there are.</summary>
    public static ExportDownload? Read(string[] options)
    {
        if (options.Length != 6)
            return null;
        var values = options.Chunk(2).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1]);
        return values.TryGetValue("--url", out var url) && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && values.TryGetValue("--slug", out var slug) && values.TryGetValue("--out", out var directory)
            ? new ExportDownload(address, slug, directory)
            : null;
    }

    /// <exception cref="UnreadableException">There is no key.</exception>
    /// <exception cref="HttpRequestException">The engine refused, or the download broke off.</exception>
    public async Task RunAsync(TextWriter output)
    {
        var key = Environment.GetEnvironmentVariable(KeyVariable);
        if (string.IsNullOrEmpty(key))
            throw new UnreadableException($"Set the environment variable {KeyVariable} to an API key with the scopes events and manage.");
        using var http = new HttpClient { BaseAddress = Url, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Add("X-API-Secret", key);
        System.IO.Directory.CreateDirectory(Directory);
        // The export first: the fairness document must know all that the export has.
        await SaveAsync(http, "export", "export.jsonl", output);
        await SaveAsync(http, "fairness", "fairness.json", output);
    }

    private async Task SaveAsync(HttpClient http, string what, string name, TextWriter output)
    {
        using var response = await http.GetAsync($"/v1/campaigns/{Uri.EscapeDataString(Slug)}/{what}", HttpCompletionOption.ResponseHeadersRead);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"GET {what}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        var path = Path.Combine(Directory, name);
        await using (var file = File.Create(path))
            await response.Content.CopyToAsync(file);
        await output.WriteLineAsync(path);
    }
}
