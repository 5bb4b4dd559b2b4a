namespace LocalHost.Azurite;

/// <summary>Azurite could not be installed or started, or ended by itself. The message is for the user's eyes.</summary>
public sealed class AzuriteException(string message, Exception? innerException = null) : LocalHostException(message, innerException);
