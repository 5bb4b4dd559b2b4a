namespace LocalHost;

/// <summary>The host cannot start or go on. The message is for the user's eyes: which part, why, and what to do.</summary>
public class LocalHostException(string message, Exception? innerException = null) : Exception(message, innerException);
