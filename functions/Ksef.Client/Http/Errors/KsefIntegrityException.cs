namespace Ksef.Client;

/// <summary>Hash or size of something transferred is not what was announced: the bytes must not be trusted.</summary>
public sealed class KsefIntegrityException : KsefException
{
    internal KsefIntegrityException(string operation, string reason)
        : base($"The content of {operation} is not what was announced: {reason}") => Operation = operation;

    /// <summary>Method and path template of the call.</summary>
    public string Operation { get; }
}
