using System.Text.Json;
using CampaignEngine.Domain.Campaigns;
using CampaignEngine.Grains.Exports;

namespace CampaignEngine.Verify.Files;

/// <summary>The first line of an export.</summary>
internal sealed record ExportHeader(CampaignId Campaign, string Slug)
{
    /// <exception cref="UnreadableException">It is none.</exception>
    public static ExportHeader Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var header = document.RootElement.GetProperty("header");
            if (header.GetProperty("format").GetInt32() is var format && format != ExportWriter.Format)
                throw new UnreadableException($"The export has format {format}; this program reads format {ExportWriter.Format}.");
            return new ExportHeader(
                new CampaignId(
                    header.GetProperty("app").GetGuid(),
                    Enum.Parse<CampaignEnvironment>(header.GetProperty("environment").GetString()!, ignoreCase: true),
                    header.GetProperty("campaign").GetGuid()),
                header.GetProperty("slug").GetString()!);
        }
        catch (Exception exception) when (Json.IsUnexpected(exception))
        {
            throw new UnreadableException("The first line is not the header of an export.", exception);
        }
    }
}
