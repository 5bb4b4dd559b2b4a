namespace ServiceBusBroker;

/// <summary>The broker could not be started, or can serve no longer. The message is for the user's eyes.</summary>
public sealed class BrokerException(string message, Exception? innerException = null) : Exception(message, innerException);
