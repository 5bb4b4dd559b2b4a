namespace TestBrowser;

/// <summary>npm did not install what it was asked for.</summary>
internal sealed class NpmException(string message, Exception? cause) : Exception(message, cause);
