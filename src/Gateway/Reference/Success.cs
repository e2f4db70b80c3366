using System.ComponentModel.DataAnnotations;

namespace CampaignEngine.Gateway.Reference;

/// <summary>The envelope of an answer, as <see cref="Answers.JsonAnswer"/> writes it. For the reference; nobody makes one.</summary>
internal sealed record Success<T>([property: AllowedValues("success")] string Status, T Data);
