namespace LocalHost.Queues;

/// <summary>The lock ran out or the message was settled before: another receiver may have it by now.</summary>
public sealed class MessageLockLostException(string messageId) : Exception($"The lock of message '{messageId}' is lost or the message is already settled.");
