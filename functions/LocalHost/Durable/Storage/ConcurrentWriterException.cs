namespace LocalHost.Durable;

/// <summary>Somebody else has written to a history that this host owns. Two hosts must not share a store.</summary>
/// <param name="message">To which history.</param>
public sealed class ConcurrentWriterException(string message) : Exception(message);
