namespace DurableTask.Core.Exceptions;

/// <summary>A start was refused: an instance of the same id exists in a status that must not be replaced.</summary>
/// <param name="message">Which instance, and in which status.</param>
public sealed class OrchestrationAlreadyExistsException(string message) : Exception(message);
