namespace KsefFunctions.DeadLetters;

/// <summary>The queue <c>invoices-poison</c>, whose receiver dead-letters every message with its reason: nothing can be put into a dead-letter queue directly.</summary>
public interface IPoisonQueue
{
    /// <summary>Sends a message; a second one with the same id is dropped.</summary>
    /// <param name="messageId">Id for duplicate detection.</param>
    /// <param name="content">JSON of a <see cref="PoisonEnvelope"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task SendAsync(string messageId, BinaryData content, CancellationToken cancellationToken);
}
