namespace CampaignEngine.Verify.Files;

/// <summary>A file is not what it should be, so that nothing can be said about a campaign. The message is for people.</summary>
public sealed class UnreadableException(string message, Exception? inner = null) : Exception(message, inner);
