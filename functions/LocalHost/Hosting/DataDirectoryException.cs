namespace LocalHost.Hosting;

/// <summary>The data directory cannot be used; the message is for the user's eyes.</summary>
public sealed class DataDirectoryException(string message, Exception? innerException = null) : Exception(message, innerException);
