namespace CampaignEngine.Journal.Tests.Support;

/// <summary>On a class: where Azurite is not installed, all its tests, inherited ones too, are skipped and say why.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAzuriteAttribute : Attribute;
