using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Hosting.Starting;

/// <summary>Where a process listens: <c>urls</c>, or what ASP.NET Core reads in its place.</summary>
public static class ListenAddress
{
    private const string Name = "urls";

    /// <summary>Any of these means that somebody has decided where to listen.</summary>
    private static readonly string[] Decisions = [Name, "http_ports", "https_ports", "Kestrel:Endpoints"];

    public static void AddListenAddress(this WebApplicationBuilder builder, string defaultUrl, StartProblems problems)
    {
        var configuration = builder.Configuration;
        if (!Decisions.Any(decision => configuration.GetSection(decision).Exists()))
            configuration[Name] = defaultUrl;
        foreach (var url in (configuration[Name] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            Check(url, defaultUrl, problems);
    }

    private static void Check(string url, string defaultUrl, StartProblems problems)
    {
        try
        {
            BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            problems.Add($"{Name} holds \"{url}\", which is not an address to listen on. Write, for example, {defaultUrl}.");
        }
    }
}
