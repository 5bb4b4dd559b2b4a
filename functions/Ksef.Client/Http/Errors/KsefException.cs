namespace Ksef.Client;

/// <summary>
/// Base of everything that can go wrong with KSeF. There is one class per way of handling it, and no message ever holds a request body,
/// a header or a token.
/// </summary>
/// <param name="message">What happened, for logs and people.</param>
/// <param name="innerException">The cause, if another component failed.</param>
public abstract class KsefException(string message, Exception? innerException = null) : Exception(message, innerException);
