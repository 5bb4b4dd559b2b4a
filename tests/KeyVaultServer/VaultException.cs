namespace KeyVaultServer;

/// <summary>The vault could not be opened, or ended by itself. The message is for the user's eyes.</summary>
public sealed class VaultException(string message, Exception? innerException = null) : Exception(message, innerException);
