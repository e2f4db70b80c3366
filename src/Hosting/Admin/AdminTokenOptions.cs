using CampaignEngine.Hosting.Starting;
using Microsoft.Extensions.Configuration;

namespace CampaignEngine.Hosting.Admin;

/// <summary>The bearer token of <c>/v1/admin</c>, when it is given as a setting.</summary>
public sealed class AdminTokenOptions
{
    public const string Name = "Admin:Token";

    public const int MinLength = 32;
    public const int MaxLength = 200;

    public const string Rule = "32 to 200 visible ASCII characters";

    /// <summary>Null: none is set.</summary>
    public string? Given { get; private init; }

    public static AdminTokenOptions Read(IConfiguration configuration, StartProblems problems)
    {
        if (configuration[Name] is not { Length: > 0 } text)
            return new AdminTokenOptions();
        // The value stays out of the message: it may be a token with one character missing.
        if (!IsToken(text))
            problems.Add($"{Name} is not {Rule}. Make one with: openssl rand -hex 32");
        return new AdminTokenOptions { Given = text };
    }

    public static bool IsToken(string text) =>
        text.Length is >= MinLength and <= MaxLength && !text.AsSpan().ContainsAnyExceptInRange('!', '~');
}
