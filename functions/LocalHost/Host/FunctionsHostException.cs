namespace LocalHost.Host;

/// <summary>The Functions host could not start or cannot go on. The message is for the user.</summary>
public sealed class FunctionsHostException(string message, Exception? innerException = null) : LocalHostException(message, innerException);
