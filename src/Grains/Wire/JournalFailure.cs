namespace CampaignEngine.Grains.Wire;

/// <summary>
/// What a journal's failure is between silos: its kind, which is the type, and its message. Without these a caller in
/// another process would get an error about serialization instead, and could not tell a lost race from a bug. What caused
/// it stays where it happened: types of a storage SDK are nothing for the wire.
/// </summary>
[GenerateSerializer, Immutable, Alias("JournalFailure")]
public readonly record struct JournalFailure([property: Id(0)] string Message);
